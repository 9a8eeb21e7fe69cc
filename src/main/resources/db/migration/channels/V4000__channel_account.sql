-- One shop or seller id. (channel, account) is unique over all merchants because a webhook's address holds no merchant.
create table channel_account (
  merchant int not null,
  channel text not null,
  account text not null,
  name text not null,
  settings json not null,
  secrets bytea not null,
  active boolean not null,
  version int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (merchant, channel, account)
);

create table channel_account_owner (
  channel text not null,
  account text not null,
  merchant int not null,
  primary key (channel, account)
);

create table channel_token (
  merchant int not null,
  channel text not null,
  account text not null,
  name text not null,
  sealed bytea not null,
  expires_at timestamptz not null,
  primary key (merchant, channel, account, name)
);

create table channel_poll (
  merchant int not null,
  channel text not null,
  account text not null,
  cursor text,
  next_at timestamptz not null,
  leased_by text,
  leased_until timestamptz,
  fence bigint not null,
  failures int not null,
  last_answer text,
  primary key (merchant, channel, account)
);
