-- What a SKU asks for beyond a number: its lots, its serial numbers, how long before expiry it must not be sold.
-- A SKU without a row asks for nothing.
create table sku_setting (
  merchant int not null,
  sku text collate "C" not null,
  tracking text collate "C" not null,
  shelf_days int not null,
  version int not null,
  updated_at timestamptz not null,
  primary key (merchant, sku),
  check (tracking in ('NONE', 'LOT', 'LOT_EXPIRY', 'SERIAL')),
  check (shelf_days between 0 and 3650)
);

-- The same at each level of the SKU, so that whoever locks a level knows it: no statement more for SKUs without lots,
-- and nobody can change a setting while a level moves.
alter table stock_level add column tracking text collate "C" not null default 'NONE';
alter table stock_level add column shelf_days int not null default 0;

-- A lot of a SKU, wherever it lies: its expiry is the same everywhere. A serial number is a lot of a single unit.
create table stock_lot (
  merchant int not null,
  sku text collate "C" not null,
  lot text collate "C" not null,
  expires_on date,
  single boolean not null,
  first_at timestamptz not null,
  primary key (merchant, sku, lot)
);

-- What of a level belongs to which lot; the level's lock guards these rows. Blocked units stay on hand. A lot without
-- a name holds units that a shipment has found and whose lot nobody has told.
create table stock_lot_level (
  merchant int not null,
  sku text collate "C" not null,
  location text collate "C" not null,
  lot text collate "C" not null,
  single boolean not null,
  on_hand int not null,
  damaged int not null,
  quality_control int not null,
  expired int not null,
  primary key (merchant, sku, location, lot),
  check (on_hand >= 0 and damaged >= 0 and quality_control >= 0 and expired >= 0),
  constraint one_unit_a_serial check (not single or on_hand <= 1)
) with (fillfactor = 90);

-- The same number lies in one place only.
create unique index stock_lot_serial on stock_lot_level (merchant, sku, lot) where single and on_hand > 0;

-- Which lots a row of the ledger moved.
create table stock_ledger_lot (
  merchant int not null,
  sku text collate "C" not null,
  location text collate "C" not null,
  ledger uuid not null,
  lot text collate "C" not null,
  on_hand_delta int not null,
  unavailable_delta int not null,
  primary key (merchant, sku, location, ledger, lot)
);

create index stock_ledger_lot_by_lot on stock_ledger_lot (merchant, sku, lot, ledger);

-- Lots on their way between two of our locations.
create table stock_lot_transit (
  merchant int not null,
  transfer uuid not null,
  sku text collate "C" not null,
  lot text collate "C" not null,
  units int not null,
  primary key (merchant, transfer, sku, lot),
  check (units > 0)
);

-- Which lots a line of a document takes when it is shipped; what is not named here is taken by expiry.
create table stock_pick (
  merchant int not null,
  document uuid not null,
  line int not null,
  sku text collate "C" not null,
  location text collate "C" not null,
  lot text collate "C" not null,
  units int not null,
  primary key (merchant, document, line, sku, location, lot),
  check (units > 0)
);

-- A file may count by lot; null where it names none.
alter table stock_import_chunk add column lots text[];
alter table stock_import_chunk add column expires text[];
