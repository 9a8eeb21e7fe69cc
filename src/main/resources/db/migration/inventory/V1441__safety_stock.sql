-- Units that are not offered. An empty part of the key stands for any; units is null where a setting was taken back,
-- so that its version lives on.
create table safety_stock (
  merchant int not null,
  sku text collate "C" not null,
  location text collate "C" not null,
  channel text collate "C" not null,
  account text collate "C" not null,
  units int,
  version int not null,
  updated_at timestamptz not null,
  primary key (merchant, sku, location, channel, account),
  check (units >= 0),
  check (account = '' or channel <> '')
);
