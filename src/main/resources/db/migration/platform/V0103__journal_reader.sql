-- How far a named reader has come: the last event it has dealt with, and which process may move it.
CREATE TABLE journal_reader (
  merchant   int NOT NULL,
  reader     text NOT NULL,
  block      bigint NOT NULL,
  idx        int NOT NULL,
  holder     text NOT NULL,
  fence      bigint NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (merchant, reader)
) WITH (fillfactor = 50);
