-- Answers given under an idempotency key, so that a repeated request gets the same one.
create table idempotency (
  merchant   int         not null,
  key        text        not null check (length(key) between 1 and 200),
  operation  text        not null,
  input_hash bytea       not null check (octet_length(input_hash) = 32),
  status     int         not null,
  answer     json        not null,
  created_at timestamptz not null,
  primary key (merchant, key)
);

create index idempotency_age on idempotency (merchant, created_at);
