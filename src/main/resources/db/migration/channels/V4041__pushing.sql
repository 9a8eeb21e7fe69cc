-- What was told to the channel of what is owed: sent before the call, acknowledged after its answer. A row is due while
-- the value owed is neither acknowledged nor refused; a crash between the two leaves it due, and it is sent again.
-- reference is the channel's own id of what it counts.
alter table published_quantity
  add column reference text,
  add column sent int,
  add column sent_version int not null default 0,
  add column sent_at timestamptz,
  add column acknowledged int,
  add column acknowledged_version int not null default 0,
  add column acknowledged_at timestamptz,
  add column refused_version int not null default 0,
  add column refusal text,
  add column attempts int not null default 0;

create index published_quantity_due on published_quantity (merchant, channel, account, owed_at)
  where owed_version > greatest(acknowledged_version, refused_version) and not frozen;

-- Who pushes to an account. fence goes up with each taking, so that a slow pusher has no say after a later one.
create table push_account (
  merchant int not null,
  channel text collate "C" not null,
  account text collate "C" not null,
  leased_by text,
  leased_until timestamptz,
  fence bigint not null,
  next_at timestamptz not null,
  failures int not null,
  last_answer text,
  primary key (merchant, channel, account)
);
