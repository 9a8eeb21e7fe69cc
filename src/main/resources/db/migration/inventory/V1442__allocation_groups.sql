-- Whose orders may take what is kept apart: those of a channel, or of one account of it.
create table allocation_group (
  merchant int not null,
  code text collate "C" not null,
  channel text collate "C" not null,
  account text collate "C",
  version int not null,
  updated_at timestamptz not null,
  primary key (merchant, code)
);

-- Units kept apart. They stand as reservations whose document is the allocation, so the guard of the level keeps
-- everybody else out. granted is what is left there, plus what orders have drawn, plus what of it is gone.
create table allocation (
  merchant int not null,
  id uuid not null,
  group_code text collate "C" not null,
  sku text collate "C" not null,
  location text collate "C" not null,
  granted int not null,
  version int not null,
  updated_at timestamptz not null,
  primary key (merchant, id),
  unique (merchant, group_code, sku, location),
  foreign key (merchant, group_code) references allocation_group (merchant, code),
  check (granted >= 0)
) with (fillfactor = 80);

create index allocation_by_sku on allocation (merchant, sku);

-- What a document's line holds out of an allocation, and what of it does not come back: shipped, or missing when it
-- was given back. A level's lock guards its rows here.
create table allocation_draw (
  merchant int not null,
  document uuid not null,
  line int not null,
  sku text collate "C" not null,
  location text collate "C" not null,
  allocation uuid not null,
  units int not null,
  gone int not null,
  primary key (merchant, document, line, sku, location, allocation),
  check (units >= 0 and gone >= 0)
) with (fillfactor = 80);

create index allocation_draw_by_allocation on allocation_draw (merchant, allocation);
