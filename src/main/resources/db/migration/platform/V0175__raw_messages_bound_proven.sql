-- Reads the whole table, while everybody goes on working with it.
do $$
begin
  if exists (select from pg_constraint
             where conrelid = 'inbox_body'::regclass and conname = 'inbox_body_bounded') then
    alter table inbox_body validate constraint inbox_body_bounded;
  end if;
end
$$;
