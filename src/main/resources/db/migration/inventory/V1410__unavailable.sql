-- Units that lie there and may not be promised: damaged, in quality control, being counted, expired. The sum over the
-- reasons stands in the level, inside the guard, so that promising looks at one row only.
alter table stock_level add column unavailable int not null default 0;
alter table stock_level drop constraint no_oversell;
alter table stock_level drop constraint shortfall_exact;
alter table stock_level drop constraint stock_not_negative;
alter table stock_level add constraint no_oversell check (reserved + unavailable <= on_hand + shortfall);
alter table stock_level add constraint shortfall_exact check (
  shortfall = 0 or shortfall = reserved + unavailable - on_hand);
alter table stock_level add constraint stock_not_negative check (
  on_hand >= 0 and reserved >= 0 and unavailable >= 0 and shortfall >= 0);

-- The same by reason. A level's lock guards its rows here too; the inventory check compares the sums.
create table stock_unavailable (
  merchant int not null,
  sku text collate "C" not null,
  location text collate "C" not null,
  reason text collate "C" not null,
  units int not null,
  primary key (merchant, sku, location, reason),
  check (units > 0)
) with (fillfactor = 90);

alter table stock_ledger add column unavailable_delta int not null default 0;
alter table stock_ledger add column unavailable_reason text;
alter table stock_ledger drop constraint stock_ledger_check;
alter table stock_ledger add constraint stock_ledger_check check (
  on_hand_delta <> 0 or reserved_delta <> 0 or unavailable_delta <> 0);
alter table stock_ledger add constraint stock_ledger_unavailable check (
  (unavailable_delta = 0) = (unavailable_reason is null));
