-- Whose data a row is. A global table: the only one whose key does not begin with the merchant's id, because it is that
-- id. The first merchant is made here so that an installation has one from its first start.
CREATE TABLE merchant (
  id         int PRIMARY KEY,
  code       text NOT NULL UNIQUE,
  name       text NOT NULL,
  created_at timestamptz NOT NULL
);

INSERT INTO merchant (id, code, name, created_at) VALUES (1, 'main', 'Main', '2026-11-20T00:00:00Z');
