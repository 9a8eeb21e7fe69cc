-- Orders that are decided later, together with others: whoever has the higher priority is decided first.
alter table routing_queue add column priority int not null default 0;
