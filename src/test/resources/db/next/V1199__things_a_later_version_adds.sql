-- What the next version might add: a column that may be empty, a table, an index.
alter table sku add column later text;
alter table orders add column later int not null default 0;

create table later_thing (
  merchant int  not null,
  id       uuid not null,
  primary key (merchant, id)
);

create index sku_by_later on sku (merchant, later);
