-- Units that buyers send back, from when they are announced until they arrived or will not.
create table incoming_return (
  merchant int not null,
  id uuid not null,
  number text collate "C" not null,
  reference text collate "C",
  sku text collate "C" not null,
  location text collate "C" not null,
  state text collate "C" not null,
  announced int not null,
  received int not null,
  expected_on date,
  version int not null,
  created_at timestamptz not null,
  primary key (merchant, id),
  unique (merchant, number),
  foreign key (merchant, location) references location (merchant, code),
  check (state in ('ANNOUNCED', 'CLOSED', 'CANCELLED')),
  check (announced > 0 and received >= 0 and received <= announced)
);
