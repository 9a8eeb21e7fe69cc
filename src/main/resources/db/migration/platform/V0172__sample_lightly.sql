-- For tables that only grow: an analysis reads 300 rows for each entry of the most detailed statistics a column has,
-- 30,000 by default, and sorts them for each column. While a day's orders come in that is done at each fifth more, and
-- took a tenth of all processor time. A fifth of the sample tells the planner the same of such tables: states with a
-- handful of values, times, and keys that no two rows share. What no query asks about is not looked at: what people and
-- channels said word by word, and hashes.
create function sample_lightly(grown regclass) returns void language plpgsql as $$
declare
  col record;
begin
  for col in select attname, atttypid in ('json'::regtype, 'bytea'::regtype) as opaque
             from pg_attribute where attrelid = grown and attnum > 0 and not attisdropped
  loop
    execute format('alter table %s alter column %I set statistics %s', grown, col.attname,
        case when col.opaque then 0 else 20 end);
  end loop;
end
$$;

select sample_lightly(t) from unnest(array['journal', 'inbox', 'inbox_body']::regclass[]) t;
