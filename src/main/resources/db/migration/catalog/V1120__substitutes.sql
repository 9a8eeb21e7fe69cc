-- What may be sent in place of a SKU, the best first.
create table substitute_list (
  merchant int not null,
  sku text collate "C" not null,
  substitutes text[] not null,
  version int not null,
  updated_at timestamptz not null,
  primary key (merchant, sku),
  foreign key (merchant, sku) references sku (merchant, sku)
);
