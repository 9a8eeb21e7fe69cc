-- The canonical order. Personal data stands elsewhere: contact_ref and the two address refs point to it.
create table orders (
  merchant int not null,
  id uuid not null,
  number text not null,
  channel text not null,
  account text not null,
  external_id text not null,
  external_number text not null,
  group_id text,
  test boolean not null,
  lifecycle text not null,
  payment text not null,
  headline text not null,
  headline_reason text,
  delivery text not null,
  currency text not null,
  total_minor bigint,
  paid_minor bigint,
  refunded_minor bigint,
  gift_card_minor bigint not null,
  buyer_currency text,
  buyer_total_minor bigint,
  tax_included boolean not null,
  ship_country text,
  ship_region text,
  contact_ref uuid,
  ship_to_ref uuid,
  bill_to_ref uuid,
  tags text not null,
  ship_by timestamptz,
  deliver_by timestamptz,
  source_version timestamptz not null,
  content_digest text not null,
  placed_at timestamptz not null,
  received_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null,
  primary key (merchant, id),
  unique (merchant, channel, account, external_id),
  unique (merchant, number),
  check (version > 0)
) with (fillfactor = 80);

create index orders_by_placed on orders (merchant, placed_at desc, id);
-- Two orders of the same goods for the same sum within a short time: possible duplicates.
create index orders_by_content on orders (merchant, content_digest, placed_at);
create index orders_by_ship_to on orders (merchant, ship_to_ref);
create index orders_by_external_number on orders (merchant, external_number);

-- Units of a line lie in exactly one bucket each; the sum is the database's business, not the code's.
create table order_line (
  merchant int not null,
  order_id uuid not null,
  line int not null,
  external_id text not null,
  channel_sku text,
  sku text,
  title text not null,
  kind text not null,
  fulfilled_by text not null,
  ordered int not null,
  unplaced int not null,
  backordered int not null,
  preordered int not null,
  reserved int not null,
  allocated int not null,
  shipped int not null,
  cancelled int not null,
  short int not null,
  unit_price_minor bigint,
  subtotal_minor bigint,
  discount_minor bigint not null,
  tax_minor bigint not null,
  share_units int not null,
  unit_ids text not null,
  parent_external_id text,
  primary key (merchant, order_id, line),
  foreign key (merchant, order_id) references orders (merchant, id),
  unique (merchant, order_id, external_id),
  constraint order_line_buckets_sum check (
    unplaced + backordered + preordered + reserved + allocated + shipped + cancelled + short = ordered),
  constraint order_line_buckets_not_negative check (
    least(unplaced, backordered, preordered, reserved, allocated, shipped, cancelled, short) >= 0)
) with (fillfactor = 80);

create index order_line_by_sku on order_line (merchant, sku);
-- Lines stopped by an unmapped SKU, found again when the mapping is added.
create index order_line_unmapped on order_line (merchant, channel_sku)
  where sku is null and kind = 'GOODS' and fulfilled_by = 'MERCHANT';

-- What a line is made of: itself once, or a kit's components as they were at intake.
create table order_line_component (
  merchant int not null,
  order_id uuid not null,
  line int not null,
  sku text not null,
  units int not null check (units > 0),
  primary key (merchant, order_id, line, sku),
  foreign key (merchant, order_id, line) references order_line (merchant, order_id, line)
);

-- Taxes of lines and charges (line 0: the charge with number n in charge), with who remits them.
create table order_tax (
  merchant int not null,
  order_id uuid not null,
  line int not null,
  charge int not null,
  n int not null,
  title text not null,
  rate numeric(9, 6),
  amount_minor bigint not null,
  channel_remits boolean not null,
  primary key (merchant, order_id, line, charge, n),
  foreign key (merchant, order_id) references orders (merchant, id)
);

create table order_charge (
  merchant int not null,
  order_id uuid not null,
  charge int not null,
  kind text not null,
  code text not null,
  amount_minor bigint not null,
  discount_minor bigint not null,
  tax_minor bigint not null,
  primary key (merchant, order_id, charge),
  foreign key (merchant, order_id) references orders (merchant, id)
);

create table hold (
  merchant int not null,
  order_id uuid not null,
  id uuid not null,
  line int,
  reason text not null,
  rule text not null,
  blocks text not null,
  keeps_stock boolean not null,
  sentence text not null,
  evidence json not null,
  opened_at timestamptz not null,
  opened_by text not null,
  released_at timestamptz,
  released_by text,
  release_note text,
  primary key (merchant, order_id, id),
  foreign key (merchant, order_id) references orders (merchant, id)
);

create index hold_open on hold (merchant, reason, opened_at) where released_at is null;

-- A task about something that failed; never a state of the order.
create table exception_case (
  merchant int not null,
  id uuid not null,
  type text not null,
  state text not null,
  group_key text not null,
  dedup_key text not null,
  order_id uuid,
  inbox_id uuid,
  channel text,
  account text,
  sentence text not null,
  remedy text not null,
  evidence json not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_by text,
  closing_note text,
  primary key (merchant, id)
);

create unique index exception_case_open on exception_case (merchant, dedup_key) where closed_at is null;
create index exception_case_by_group on exception_case (merchant, group_key) where closed_at is null;
create index exception_case_by_order on exception_case (merchant, order_id);

-- Order numbers are handed out in blocks, so that no order waits for another's number.
create table order_number_block (
  merchant int not null,
  next_number bigint not null,
  primary key (merchant)
);

-- Countries this merchant ships nothing to.
create table restricted_country (
  merchant int not null,
  country text not null,
  primary key (merchant, country)
);
