-- How fast SKUs sell at each location and since when the oldest units lie there; reckoned from the ledger now and then.
create table network_pace (
  merchant int not null,
  sku text collate "C" not null,
  location text collate "C" not null,
  sold_per_day double precision not null,
  oldest_at timestamptz,
  primary key (merchant, sku, location)
) with (fillfactor = 70);
