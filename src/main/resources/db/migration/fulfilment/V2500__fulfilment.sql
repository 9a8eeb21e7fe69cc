-- Work for one location.
create table fulfilment_order (
  merchant int not null,
  id uuid not null,
  order_id uuid not null,
  number text not null,
  location text not null,
  type text not null,
  work text not null,
  handshake text not null,
  ship_by timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null,
  primary key (merchant, id),
  unique (merchant, number)
) with (fillfactor = 80);

create index fulfilment_order_by_order on fulfilment_order (merchant, order_id);
create index fulfilment_order_open on fulfilment_order (merchant, location, work, ship_by);

create table fulfilment_order_line (
  merchant int not null,
  fulfilment_order_id uuid not null,
  line int not null,
  sku text not null,
  units int not null check (units > 0),
  primary key (merchant, fulfilment_order_id, line, sku),
  foreign key (merchant, fulfilment_order_id) references fulfilment_order (merchant, id)
);
