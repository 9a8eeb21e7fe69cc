-- How much of the stock an account, or one listing of it, shows. The row without a channel SKU is the account's own: an
-- account without one publishes nothing. What a listing leaves open it takes from its account.
create table publish_rule (
  merchant int not null,
  channel text collate "C" not null,
  account text collate "C" not null,
  channel_sku text collate "C" not null,
  share_percent int,
  buffer int,
  show_min int,
  show_max int,
  frozen boolean,
  locations json,
  version int not null,
  updated_at timestamptz not null,
  primary key (merchant, channel, account, channel_sku),
  check (share_percent between 0 and 100),
  check (least(buffer, show_min, show_max) >= 0)
);

-- What each channel has to show, by listing and by the channel's location ('' where it knows none). owed_version counts
-- the values owed; 0 is a row nobody has reckoned yet.
create table published_quantity (
  merchant int not null,
  channel text collate "C" not null,
  account text collate "C" not null,
  channel_sku text collate "C" not null,
  channel_location text collate "C" not null,
  sku text collate "C" not null,
  frozen boolean not null,
  owed int not null check (owed >= 0),
  owed_at timestamptz not null,
  owed_version int not null,
  primary key (merchant, channel, account, channel_sku, channel_location)
) with (fillfactor = 70);

create index published_quantity_by_sku on published_quantity (merchant, sku);

-- Accounts whose listings are all reckoned anew, and how far that has come.
create table publish_sweep (
  merchant int not null,
  channel text collate "C" not null,
  account text collate "C" not null,
  after text collate "C" not null,
  primary key (merchant, channel, account)
);
