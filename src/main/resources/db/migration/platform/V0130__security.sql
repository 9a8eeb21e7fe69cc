-- Who may come in. Keys and sign-in names are looked up before anybody knows the merchant, so what must be unique over
-- all merchants stands in small global tables that say whose it is.
create table api_key (
  merchant     int         not null,
  id           uuid        not null,
  name         text        not null,
  scopes       text[]      not null,
  created_at   timestamptz not null,
  last_used_at timestamptz,
  revoked_at   timestamptz,
  primary key (merchant, id)
);

-- SHA-256 of the key: a key has 256 random bits, so there is nothing to guess and nothing to salt.
create table api_key_hash (
  hash     bytea primary key check (octet_length(hash) = 32),
  merchant int   not null,
  api_key  uuid  not null
);

create table person (
  merchant      int         not null,
  id            uuid        not null,
  sign_in       text        not null,
  display_name  text        not null,
  password_hash text        not null,
  roles         text[]      not null,
  session_epoch int         not null,
  created_at    timestamptz not null,
  disabled_at   timestamptz,
  primary key (merchant, id)
);

create table person_sign_in (
  sign_in  text primary key check (sign_in = lower(sign_in)),
  merchant int  not null,
  person   uuid not null
);

-- Which key file belongs to this database: a digest of the key, so that a wrong or lost file is noticed at the start.
create table vault_key (
  digest  text primary key,
  made_at timestamptz not null
);
