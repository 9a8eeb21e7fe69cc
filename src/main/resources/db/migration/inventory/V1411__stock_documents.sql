-- Units on their way, derived from the documents that promise them: purchase orders, transfers, returns.
create table incoming (
  merchant int not null,
  sku text collate "C" not null,
  location text collate "C" not null,
  kind text collate "C" not null,
  document uuid not null,
  line int not null,
  units int not null,
  expected_on date,
  primary key (merchant, sku, location, kind, document, line),
  check (units > 0)
);

create index incoming_by_document on incoming (merchant, document);

-- The last number given to each kind of document.
create table stock_document_number (
  merchant int not null,
  kind text collate "C" not null,
  last int not null,
  primary key (merchant, kind)
);

-- over_per_cent: what may come beyond the ordered units; 0 refuses, null accepts anything.
create table purchase_order (
  merchant int not null,
  id uuid not null,
  number text collate "C" not null,
  supplier text not null,
  location text collate "C" not null,
  state text not null,
  over_per_cent int,
  expected_on date,
  version int not null,
  created_at timestamptz not null,
  primary key (merchant, id),
  unique (merchant, number),
  foreign key (merchant, location) references location (merchant, code)
);

create table purchase_order_line (
  merchant int not null,
  purchase_order uuid not null,
  line int not null,
  sku text collate "C" not null,
  ordered int not null,
  received int not null,
  closed int not null,
  unit_cost bigint,
  currency text,
  primary key (merchant, purchase_order, line),
  foreign key (merchant, purchase_order) references purchase_order (merchant, id),
  check (ordered > 0 and received >= 0 and closed >= 0),
  check (closed = 0 or received + closed <= ordered),
  check ((unit_cost is null) = (currency is null))
);

-- Each delivery note once: the same one again is known by its reference.
create table stock_receipt (
  merchant int not null,
  document uuid not null,
  reference text collate "C" not null,
  content text not null,
  received_at timestamptz not null,
  primary key (merchant, document, reference)
);

create table stock_transfer (
  merchant int not null,
  id uuid not null,
  number text collate "C" not null,
  from_location text collate "C" not null,
  to_location text collate "C" not null,
  state text not null,
  expected_on date,
  version int not null,
  created_at timestamptz not null,
  primary key (merchant, id),
  unique (merchant, number),
  foreign key (merchant, from_location) references location (merchant, code),
  foreign key (merchant, to_location) references location (merchant, code),
  check (from_location <> to_location)
);

-- What was shipped either arrived, or is on its way, or was lost; what arrived beyond it was found.
create table stock_transfer_line (
  merchant int not null,
  transfer uuid not null,
  line int not null,
  sku text collate "C" not null,
  requested int not null,
  shipped int not null,
  received int not null,
  lost int not null,
  primary key (merchant, transfer, line),
  foreign key (merchant, transfer) references stock_transfer (merchant, id),
  check (requested > 0 and shipped >= 0 and shipped <= requested and received >= 0 and lost >= 0),
  check (lost = 0 or received + lost = shipped)
);
