-- A file of adjustments, documents or counts that was taken, once for each content; and what became of each row.
create table file_import (
  merchant int not null,
  id uuid not null,
  kind text not null,
  content bytea not null,
  name text not null,
  total int not null,
  refused int not null,
  created_at timestamptz not null,
  primary key (merchant, id),
  unique (merchant, kind, content)
);

-- Where a row stands in the file and what became of it, never what it says. The document is the one it became part of.
create table file_import_row (
  merchant int not null,
  import uuid not null,
  line int not null,
  taken boolean not null,
  field text not null,
  rule text not null,
  sentence text not null,
  document text not null,
  primary key (merchant, import, line),
  foreign key (merchant, import) references file_import (merchant, id)
);
