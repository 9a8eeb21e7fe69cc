-- Sessions of people, known to every node. The cookie holds 256 random bits, the row their digest: whoever reads the
-- table can't come in. A session counts while the person's epoch is still the one it began with.
create table person_session (
  merchant      int         not null,
  id            bytea       not null check (octet_length(id) = 32),
  person        uuid        not null,
  session_epoch int         not null,
  begun_at      timestamptz not null,
  seen_at       timestamptz not null,
  primary key (merchant, id)
);

-- Wrong tries at the sign-in, over all nodes: by digests of name and address, before anybody knows whose they are.
create table sign_in_miss (
  what    bytea       primary key check (octet_length(what) = 32),
  misses  int         not null check (misses > 0),
  last_at timestamptz not null
);
