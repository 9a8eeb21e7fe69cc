-- Units that may be sold before they are there. An empty channel or account stands for any. open_units are sold and
-- still waited for, filled ones were sold and have got their stock since; both are used up for good, so what arrives
-- is never offered twice. promised_on null: as what is incoming comes in.
create table backorder_authorisation (
  merchant int not null,
  id uuid not null,
  sku text collate "C" not null,
  channel text collate "C" not null,
  account text collate "C" not null,
  kind text collate "C" not null,
  authorised int not null,
  open_units int not null,
  filled int not null,
  promised_on date,
  release_on date,
  ends_on date,
  version int not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  primary key (merchant, id),
  check (kind in ('BACKORDER', 'PREORDER')),
  check ((kind = 'PREORDER') = (release_on is not null)),
  check (release_on is null or release_on <= promised_on),
  check (account = '' or channel <> ''),
  constraint backorder_not_exceeded check (open_units >= 0 and filled >= 0 and open_units + filled <= authorised)
) with (fillfactor = 80);

create index backorder_authorisation_by_sku on backorder_authorisation (merchant, sku);

-- Which document's line uses how much of it: waited for, and filled.
create table backorder_use (
  merchant int not null,
  document uuid not null,
  line int not null,
  authorisation uuid not null,
  units int not null,
  filled int not null,
  primary key (merchant, document, line, authorisation),
  check (units >= 0 and filled >= 0)
) with (fillfactor = 80);

create index backorder_use_by_authorisation on backorder_use (merchant, authorisation);
