-- A buffer that follows the lag: how often it may fail, and what a promotion is expected to sell.
alter table publish_rule
  add column lag_buffer boolean,
  add column oversell_one_in int check (oversell_one_in > 0),
  add column expected_per_hour int check (expected_per_hour >= 0);

-- Units kept back because of the lag, and whether units are shared out to this listing alone.
alter table published_quantity
  add column kept int not null default 0,
  add column allotted boolean not null default false;

create index published_quantity_kept on published_quantity (merchant, sku) where kept > 0 or allotted;

-- How fast an account sells a SKU: two sums of units that decay, one within minutes and one within a day.
create table sku_pace (
  merchant int not null,
  sku text collate "C" not null,
  channel text collate "C" not null,
  account text collate "C" not null,
  quick float8 not null,
  slow float8 not null,
  rush_since timestamptz not null,
  as_of timestamptz not null,
  primary key (merchant, sku, channel, account)
) with (fillfactor = 70);
