-- Who comes first when units are scarce: the higher, the sooner.
alter table orders add column priority int not null default 0;

-- What becomes of lines that find no stock, and whether newcomers stand behind those who wait. An empty part stands
-- for any.
create table shortage_rule (
  merchant int not null,
  channel text collate "C" not null,
  account text collate "C" not null,
  on_short text not null,
  arrivals text not null,
  version int not null,
  updated_at timestamptz not null,
  primary key (merchant, channel, account),
  check (on_short in ('WAIT', 'HOLD')),
  check (arrivals in ('WAITING_FIRST', 'FIRST_COME')),
  check (account = '' or channel <> '')
);
