-- A file of counts on its way into stock. Its rows wait in chunks; a chunk is applied, counted and removed in one
-- transaction, so whatever happens each row is applied once.
create table stock_import (
  merchant int not null,
  id uuid not null,
  state text not null,
  actor_kind text not null,
  actor text not null,
  total int not null,
  changed int not null,
  unchanged int not null,
  refused int not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (merchant, id)
);

create index stock_import_open on stock_import (merchant, id) where state = 'RUNNING';

create table stock_import_chunk (
  merchant int not null,
  import uuid not null,
  chunk int not null,
  lines int[] not null,
  skus text[] not null,
  locations text[] not null,
  on_hand bigint[] not null,
  primary key (merchant, import, chunk),
  foreign key (merchant, import) references stock_import (merchant, id)
);

-- Rows that were refused: where they stand in the file and why, never what they say.
create table stock_import_error (
  merchant int not null,
  import uuid not null,
  line int not null,
  field text not null,
  rule text not null,
  sentence text not null,
  primary key (merchant, import, line),
  foreign key (merchant, import) references stock_import (merchant, id)
);
