-- Everything that reached us, once: a message is answered only after its row and its body are committed.
create table inbox (
  merchant        int         not null,
  id              uuid        not null,
  channel         text        not null,
  account         text        not null,
  topic           text        not null,
  dedup_key       text        not null check (length(dedup_key) between 1 and 200),
  state           text        not null check (state in ('RECEIVED', 'DONE', 'PARKED', 'IGNORED')),
  reason_rule     text,
  reason_path     text,
  reason_text     text,
  waits_for       text,
  body_bytes      int         not null check (body_bytes >= 0),
  received_at     timestamptz not null,
  -- While leased_by is set this is when the lease ends.
  next_attempt_at timestamptz not null,
  attempts        int         not null default 0 check (attempts >= 0),
  leased_by       text,
  fence           bigint      not null default 0,
  primary key (merchant, id),
  constraint inbox_once unique (merchant, channel, account, dedup_key),
  check (state <> 'PARKED' or (reason_rule is not null and reason_text is not null)),
  check (state <> 'IGNORED' or reason_text is not null),
  check (waits_for is null or state = 'PARKED'),
  check (leased_by is null or state = 'RECEIVED')
) with (
  fillfactor = 80,
  autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0,
  autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02
);

create index inbox_received on inbox (merchant, next_attempt_at, id) where state = 'RECEIVED';
create index inbox_parked on inbox (merchant, id) where state = 'PARKED';
create index inbox_waits_for on inbox (merchant, waits_for) where state = 'PARKED' and waits_for is not null;

-- The raw bytes and headers: personal data of the class "raw message". Only ever inserted into, and deleted when
-- retain_until has passed. Stored as they are: compressing them costs more processor time than it saves disk.
create table inbox_body (
  merchant     int         not null,
  inbox_id     uuid        not null,
  headers      json        not null,
  body         bytea       not null,
  received_at  timestamptz not null,
  retain_until timestamptz not null,
  primary key (merchant, inbox_id)
) with (toast_tuple_target = 8160);

alter table inbox_body alter column body set storage external;

create index inbox_body_retention on inbox_body using brin (merchant, retain_until);
