-- In which currency a SKU's stock is valued, at each level: whoever locks a level knows it. Null where it is not.
alter table stock_level add column cost_currency text;

-- What all units of a SKU cost together, wherever they lie or whichever transfer they are on. One row a SKU, locked
-- after the levels.
create table sku_cost (
  merchant int not null,
  sku text collate "C" not null,
  method text collate "C" not null,
  currency text not null,
  units bigint not null,
  value bigint not null,
  version int not null,
  updated_at timestamptz not null,
  primary key (merchant, sku),
  check (method in ('FIFO', 'MOVING_AVERAGE')),
  check (units >= 0 and value >= 0),
  check (units > 0 or value = 0)
) with (fillfactor = 80);

-- What is left of each arrival, under FIFO; the first to come is the first to go.
create table cost_layer (
  merchant int not null,
  sku text collate "C" not null,
  id uuid not null,
  units bigint not null,
  value bigint not null,
  since timestamptz not null,
  primary key (merchant, sku, id),
  check (units > 0 and value >= 0)
) with (fillfactor = 80);

-- Every change of value, never changed itself. sales: what it added to the cost of sales. id: the row of the ledger
-- that brought it about, or its own where none did. known: whether anybody has said what the units cost. costs: the
-- entry whose cost this one tells later.
create table cost_entry (
  merchant int not null,
  sku text collate "C" not null,
  id uuid not null,
  reason text collate "C" not null,
  units bigint not null,
  value bigint not null,
  sales bigint not null,
  known boolean not null,
  costs uuid,
  document text,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (merchant, sku, id)
);

create index cost_entry_unknown on cost_entry (merchant, sku, id) where not known;
