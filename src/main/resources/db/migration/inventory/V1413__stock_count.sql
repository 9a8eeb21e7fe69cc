-- A bin is a label on a part of a level's units. What lies in bins never exceeds what is on hand: whatever takes more
-- takes it out of bins too. frozen: units of the bin that are blocked while somebody counts them.
alter table stock_level add column binned int not null default 0;
alter table stock_level add constraint binned_lies_there check (binned >= 0 and binned <= on_hand);

create table stock_bin (
  merchant int not null,
  sku text collate "C" not null,
  location text collate "C" not null,
  bin text collate "C" not null,
  units int not null,
  frozen int not null,
  primary key (merchant, sku, location, bin),
  check (units >= 0 and frozen >= 0)
);

create table stock_count (
  merchant int not null,
  id uuid not null,
  number text collate "C" not null,
  location text collate "C" not null,
  state text not null,
  approve_above int not null,
  version int not null,
  created_at timestamptz not null,
  primary key (merchant, id),
  unique (merchant, number),
  foreign key (merchant, location) references location (merchant, code)
);

-- bin: empty for all of the SKU at the location. expected: what was there when the count began, never shown before the
-- line is counted. variance: counted less what must have been there at the instant of counting.
create table stock_count_line (
  merchant int not null,
  stock_count uuid not null,
  line int not null,
  sku text collate "C" not null,
  bin text collate "C" not null,
  state text not null,
  expected int not null,
  frozen int not null,
  counted int,
  variance int,
  counted_at timestamptz,
  primary key (merchant, stock_count, line),
  foreign key (merchant, stock_count) references stock_count (merchant, id)
);
