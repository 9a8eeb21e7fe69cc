-- Raw messages are to lie in one table a day (V0176). The table in which they have lain so far becomes the part that
-- holds all up to some day to come; for that it has to be known, without reading it all under a lock, that it holds
-- nothing beyond. So a bound is set first, with a week in which to do the rest, and proven next while work goes on.

-- The least id of version 7 that can be made at an instant, in milliseconds since 1970.
create function first_id(millis bigint) returns uuid language sql immutable strict as $$
  select (lpad(to_hex(millis), 12, '0') || '7000' || '8000' || repeat('0', 12))::uuid
$$;

-- The first instant of a day, UTC, in milliseconds since 1970.
create function day_millis(day date) returns bigint language sql immutable strict as $$
  select (day - date '1970-01-01') * 86400000::bigint
$$;

-- The end of the day a week after that on which an id of version 7 was made.
create function week_after(id uuid) returns uuid language sql immutable strict as $$
  select first_id((('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint / 86400000 + 8) * 86400000)
$$;

do $$
declare
  newest uuid;
begin
  select b.inbox_id into newest
  from merchant m
  cross join lateral (
    select o.inbox_id from inbox_body o where o.merchant = m.id order by o.inbox_id desc limit 1) b
  order by b.inbox_id desc
  limit 1;
  if newest is not null then
    execute format(
      'alter table inbox_body add constraint inbox_body_bounded check (inbox_id < %L) not valid', week_after(newest));
  end if;
end
$$;
