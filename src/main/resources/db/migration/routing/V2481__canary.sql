-- Since when a version is in the state that it is in; empty for what nobody has changed since this column came.
alter table routing_policy add column state_since timestamptz;

-- Orders that were decided while a version decided for some of them, by it (mine) or by the active one. decided_at is
-- when that was first done, unplaced whether units had no place the last time.
create table routing_canary_order (
  merchant int not null,
  version int not null,
  order_id uuid not null,
  mine boolean not null,
  unplaced boolean not null,
  decided_at timestamptz not null,
  primary key (merchant, version, order_id)
);

create index routing_canary_order_at on routing_canary_order (merchant, decided_at);

-- How much worse a canary may do than the active version.
create table routing_canary_limits (
  merchant int not null,
  orders_least int not null,
  rejected_points_more double precision not null,
  late_points_more double precision not null,
  version int not null,
  updated_at timestamptz not null,
  primary key (merchant)
);
