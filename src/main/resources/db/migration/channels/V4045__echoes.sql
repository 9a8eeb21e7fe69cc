-- How often in a row a source set our stock to the number the channel shows although another one is owed then, and
-- which source: a number that is copied back shrinks or grows by the rule each time round.
alter table published_quantity
  add column echoes int not null default 0,
  add column echoed_by text;
