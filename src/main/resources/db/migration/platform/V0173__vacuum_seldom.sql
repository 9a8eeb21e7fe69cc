-- Rows that are only ever added leave nothing to clean: vacuum merely marks their pages. By default it comes with each
-- fifth more, of a dozen tables one after the other, which took a processor for seconds at a time while orders came in:
-- two thousand of them had piled up each time at 1,400 a second.
create function vacuum_seldom(what regclass) returns void
language plpgsql as $$
begin
  execute format(
    'alter table %s set (autovacuum_vacuum_insert_scale_factor = 0.5, autovacuum_vacuum_insert_threshold = 200000, '
    'autovacuum_analyze_scale_factor = 0.5, autovacuum_analyze_threshold = 1000)', what);
end
$$;

select vacuum_seldom('journal');
select vacuum_seldom('inbox');
select vacuum_seldom('inbox_body');

-- Each message leaves one dead row, and cleaning up after them reads all indexes there are. A claim passes over
-- 20,000 dead entries within a millisecond.
alter table inbox set (autovacuum_vacuum_scale_factor = 0.1, autovacuum_vacuum_threshold = 20000);
alter table inbox reset (autovacuum_vacuum_cost_delay);
