-- Places that hold stock. Keys are compared byte by byte (collate "C"): cheaper, and immune to a collation's new version.
create table location (
  merchant int not null,
  code text collate "C" not null,
  name text not null,
  kind text not null,
  country text not null,
  region text,
  city text,
  postal_code text,
  lat double precision,
  lon double precision,
  time_zone text not null,
  priority int not null,
  active boolean not null,
  version int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (merchant, code),
  check (lat between -90 and 90),
  check (lon between -180 and 180),
  check ((lat is null) = (lon is null))
);

-- What lies where and how much of it is promised. on_hand is the counted truth even when it falls below what is
-- promised; shortfall is exactly the promised units that are not there. Only a statement that does not promise may
-- write shortfall, so a promise beyond on_hand is refused by no_oversell whatever the code does.
-- No index on a column that changes, and free space in each page: updates stay within their page.
create table stock_level (
  merchant int not null,
  sku text collate "C" not null,
  location text collate "C" not null,
  on_hand int not null,
  reserved int not null,
  shortfall int not null,
  version int not null,
  primary key (merchant, sku, location),
  foreign key (merchant, location) references location (merchant, code),
  constraint no_oversell check (reserved <= on_hand + shortfall),
  constraint shortfall_exact check (shortfall = 0 or shortfall = reserved - on_hand),
  constraint stock_not_negative check (on_hand >= 0 and reserved >= 0 and shortfall >= 0)
) with (fillfactor = 70);

-- Every change of a level, never changed itself. Ids grow with time, so the one index serves the ledger's pages too.
create table stock_ledger (
  merchant int not null,
  sku text collate "C" not null,
  location text collate "C" not null,
  id uuid not null,
  on_hand_delta int not null,
  reserved_delta int not null,
  reason text not null,
  document text,
  actor text not null,
  correlation uuid not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (merchant, sku, location, id),
  check (on_hand_delta <> 0 or reserved_delta <> 0)
);

-- Which document's line holds how many units of a level. No foreign key to the level: it would lock the hot row once
-- more for every line; the inventory check compares the sums instead.
create table reservation (
  merchant int not null,
  document uuid not null,
  line int not null,
  sku text collate "C" not null,
  location text collate "C" not null,
  units int not null,
  reserved_at timestamptz not null,
  primary key (merchant, document, line, sku, location),
  check (units > 0)
) with (fillfactor = 90);

create index reservation_by_level on reservation (merchant, sku, location);
