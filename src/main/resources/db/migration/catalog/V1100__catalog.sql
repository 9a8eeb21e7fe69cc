-- What is sold. Keys are natural and compared byte by byte.
create table product (
  merchant int not null,
  handle text collate "C" not null,
  title text not null,
  version int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (merchant, handle)
);

-- sku_key is the SKU in small letters without anything but letters and digits: it finds near misses.
create table sku (
  merchant int not null,
  sku text collate "C" not null,
  sku_key text collate "C" not null,
  product text collate "C",
  title text not null,
  barcode text collate "C",
  weight_grams int,
  active boolean not null,
  kit boolean not null,
  version int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (merchant, sku),
  foreign key (merchant, product) references product (merchant, handle),
  check (weight_grams > 0)
);

create index sku_by_key on sku (merchant, sku_key);
create index sku_by_barcode on sku (merchant, barcode) where barcode is not null;
create index sku_by_product on sku (merchant, product) where product is not null;

create table kit_component (
  merchant int not null,
  kit text collate "C" not null,
  component text collate "C" not null,
  units int not null,
  primary key (merchant, kit, component),
  foreign key (merchant, kit) references sku (merchant, sku),
  foreign key (merchant, component) references sku (merchant, sku),
  check (units > 0),
  check (kit <> component)
);

create index kit_component_by_component on kit_component (merchant, component);

-- A SKU as a channel names it.
create table listing (
  merchant int not null,
  channel text collate "C" not null,
  account text collate "C" not null,
  channel_sku text collate "C" not null,
  sku text collate "C" not null,
  version int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (merchant, channel, account, channel_sku),
  foreign key (merchant, sku) references sku (merchant, sku)
);

create index listing_by_channel_sku on listing (merchant, channel_sku);
create index listing_by_sku on listing (merchant, sku);
