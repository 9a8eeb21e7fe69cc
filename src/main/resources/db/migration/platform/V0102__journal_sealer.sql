-- Which process seals a merchant's blocks. The fence grows with every change of holder; a block is written only by a
-- transaction that has locked this row and found its own fence in it.
CREATE TABLE journal_sealer (
  merchant   int PRIMARY KEY,
  holder     text NOT NULL,
  fence      bigint NOT NULL,
  expires_at timestamptz NOT NULL
) WITH (fillfactor = 50);
