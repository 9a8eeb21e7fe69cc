-- What is told about the places, the goods and the carriage: profiles of locations, facts of SKUs, rate cards. Each
-- version stays, so that a decision of the past can be made again with what was known then. content is null in a
-- version that ends a thing.
create table network_entry (
  merchant int not null,
  kind text collate "C" not null,
  name text collate "C" not null,
  version int not null,
  content json,
  since timestamptz not null,
  until timestamptz,
  primary key (merchant, kind, name, version),
  check (kind in ('PROFILE', 'ITEM', 'RATE_CARD')),
  check (until >= since)
);

create unique index network_entry_current on network_entry (merchant, kind, name) where until is null;

-- Changes with every change of its kind: whoever keeps a copy reads this and knows whether it still holds. The words
-- are never used again, not even after a change that was taken back.
create table network_revision (
  merchant int not null,
  kind text collate "C" not null,
  revision uuid not null,
  primary key (merchant, kind)
) with (fillfactor = 50);
