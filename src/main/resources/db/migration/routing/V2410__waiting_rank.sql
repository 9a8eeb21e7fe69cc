-- Who is served first: priority, then what was promised soonest, then who waits longest. units: of the SKU, 0 where
-- they are of use only together with others.
alter table routing_waiting add column units int not null default 0;
alter table routing_waiting add column priority int not null default 0;
alter table routing_waiting add column promised_on date;
