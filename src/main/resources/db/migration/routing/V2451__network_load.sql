-- How many orders each location of limited capacity was given, by its own days; the latest hour of the day apart. What
-- its limits were is kept, so that a past day tells whether it was full.
create table network_load (
  merchant int not null,
  location text collate "C" not null,
  day date not null,
  orders int not null,
  hour_at timestamptz not null,
  hour_orders int not null,
  day_max int,
  hour_max int,
  primary key (merchant, location, day),
  check (orders >= 0 and hour_orders >= 0)
) with (fillfactor = 70);
