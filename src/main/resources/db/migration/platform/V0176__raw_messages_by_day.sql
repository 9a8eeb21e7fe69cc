-- Raw messages lie in one table a day: what is over goes with its table, and leaves nothing to clean up. The day is
-- that of the message's id, which holds the instant it was made, so whoever knows the id finds the day, and a message
-- has one body among all days. Versions before work with the new table as they did with the old one.
alter table inbox_body rename to inbox_body_before;
alter index inbox_body_pkey rename to inbox_body_before_pkey;
alter index inbox_body_retention rename to inbox_body_before_retention;

-- The raw bytes and headers: personal data of the class "raw message". Only ever inserted into. Stored as they are:
-- compressing them costs more processor time than it saves disk.
create table inbox_body (
  merchant     int         not null,
  inbox_id     uuid        not null,
  headers      json        not null,
  body         bytea       not null,
  received_at  timestamptz not null,
  retain_until timestamptz not null,
  primary key (merchant, inbox_id)
) partition by range (inbox_id);

alter table inbox_body alter column body set storage external;

create index inbox_body_retention on inbox_body using brin (merchant, retain_until);

-- Whose day has no table: what came before the first table was made or by a clock gone wrong, and messages that still
-- wait for somebody when their day is over.
create table inbox_body_default partition of inbox_body default with (toast_tuple_target = 8160);

select vacuum_seldom('inbox_body_default'), sample_lightly('inbox_body_default');

do $$
declare
  bound uuid;
begin
  if exists (select from inbox_body_before) then
    select substring(pg_get_constraintdef(c.oid) from '''([0-9a-f-]{36})''')::uuid
    into bound
    from pg_constraint c
    where c.conrelid = 'inbox_body_before'::regclass and c.conname = 'inbox_body_bounded';
    if bound is null then
      -- The first messages came after the bound was to be set: few, and read at once.
      select week_after(b.inbox_id) into bound from inbox_body_before b order by b.inbox_id desc limit 1;
    end if;
    execute format(
      'alter table inbox_body attach partition inbox_body_before for values from (minvalue) to (%L)', bound);
    alter table inbox_body_before drop constraint if exists inbox_body_bounded;
  else
    drop table inbox_body_before;
  end if;
end
$$;

drop function week_after(uuid);

-- Makes the table of a day, and takes into it what lies in the default table by then. When that is not to be done and
-- there is something, as on the day that is under way, nothing is made: they would have to be moved away from under
-- those who work on them.
create function inbox_body_add(day date, taking boolean) returns boolean
language plpgsql as $$
declare
  part text := 'inbox_body_' || to_char(day, 'YYYYMMDD');
  low uuid := first_id(day_millis(day));
  high uuid := first_id(day_millis(day + 1));
begin
  lock table only inbox_body in share update exclusive mode;
  if to_regclass(part) is not null
      or not taking and exists (select from inbox_body_default where inbox_id >= low and inbox_id < high) then
    return false;
  end if;
  execute format('create table %I (like inbox_body including all) with (toast_tuple_target = 8160)', part);
  execute format('with taken as (delete from inbox_body_default where inbox_id >= $1 and inbox_id < $2 returning *) '
    'insert into %I select * from taken', part) using low, high;
  execute format('alter table inbox_body attach partition %I for values from (%L) to (%L)', part, low, high);
  perform vacuum_seldom(part::regclass), sample_lightly(part::regclass);
  return true;
end
$$;

-- Takes a table out of use. What still waits to be worked on, or for somebody, is kept: no table is left for it, so it
-- goes into the default one.
create function inbox_body_take_out(part text) returns void
language plpgsql as $$
begin
  execute format('alter table inbox_body detach partition %I', part);
  execute format('with waiting as (delete from %I b using inbox i where i.merchant = b.merchant and i.id = b.inbox_id '
    'and i.state in (''RECEIVED'', ''PARKED'') returning b.*) insert into inbox_body select * from waiting', part);
end
$$;
