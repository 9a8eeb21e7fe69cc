-- What the channel was seen to show, and when to look next; null for never. drift_since begins with the first look that
-- found another number than was acknowledged, healed counts the times it was told again since. A stopped listing is
-- told nothing more until a person says so.
alter table published_quantity
  add column stopped text,
  add column look_at timestamptz,
  add column shown int,
  add column shown_at timestamptz,
  add column drift_since timestamptz,
  add column healed int not null default 0;

drop index published_quantity_due;
create index published_quantity_due on published_quantity (merchant, channel, account, owed_at)
  where owed_version > greatest(acknowledged_version, refused_version) and not frozen and stopped is null;

create index published_quantity_look on published_quantity (merchant, channel, account, look_at)
  where look_at is not null and not frozen and stopped is null;

create index published_quantity_drift on published_quantity (merchant, channel, account, channel_sku)
  where drift_since is not null;

-- Weights of how long quantities took from being owed to being acknowledged, by classes of time.
alter table push_account add column delays float8[] not null default '{}';
