-- Every fact, once, for ever. The payload is json and not jsonb: the text is kept byte for byte, so that row_hash can be
-- computed again from what is stored.
CREATE TABLE journal (
  merchant    int NOT NULL,
  batch       uuid NOT NULL,
  n           int NOT NULL CHECK (n >= 0),
  stream      text NOT NULL,
  version     int NOT NULL CHECK (version >= 1),
  type        text NOT NULL,
  happened_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  actor_kind  text NOT NULL,
  actor_id    text NOT NULL,
  source      text NOT NULL,
  correlation uuid NOT NULL,
  causation   uuid,
  payload     json NOT NULL,
  row_hash    bytea NOT NULL CHECK (octet_length(row_hash) = 32),
  PRIMARY KEY (merchant, batch, n),
  UNIQUE (merchant, stream, version)
);

-- One row a transaction that is not in a block yet. Rows come and go all day, so it is vacuumed early and cheaply.
CREATE TABLE journal_pending (
  merchant int NOT NULL,
  batch    uuid NOT NULL,
  entries  int NOT NULL CHECK (entries > 0),
  PRIMARY KEY (merchant, batch)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0,
        autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 5000);

-- The chain. An event's index in its block follows from the order of batches and their sizes.
CREATE TABLE journal_block (
  merchant    int NOT NULL,
  block       bigint NOT NULL CHECK (block > 0),
  batches     uuid[] NOT NULL,
  sizes       int[] NOT NULL,
  entries     int NOT NULL CHECK (entries > 0),
  merkle_root bytea NOT NULL CHECK (octet_length(merkle_root) = 32),
  previous    bytea NOT NULL CHECK (octet_length(previous) = 32),
  hash        bytea NOT NULL CHECK (octet_length(hash) = 32),
  sealed_at   timestamptz NOT NULL,
  fence       bigint NOT NULL,
  PRIMARY KEY (merchant, block)
);

-- Append-only, also for the owner: a mistaken statement fails. (A superuser is not held by this; the chain shows it.)
REVOKE UPDATE, DELETE, TRUNCATE ON journal, journal_block FROM CURRENT_USER;
