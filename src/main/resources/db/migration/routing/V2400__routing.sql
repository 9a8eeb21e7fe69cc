-- Orders whose units wait to be placed or placed again, and why.
create table routing_queue (
  merchant int not null,
  order_id uuid not null,
  reason text not null,
  not_before timestamptz not null,
  queued_at timestamptz not null,
  primary key (merchant, order_id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0);

create index routing_queue_due on routing_queue (merchant, not_before);

-- Orders that found too little stock, by the SKUs they wait for.
create table routing_waiting (
  merchant int not null,
  sku text not null,
  order_id uuid not null,
  since timestamptz not null,
  primary key (merchant, sku, order_id)
);

create index routing_waiting_by_order on routing_waiting (merchant, order_id);

-- Every decision with every candidate, why it won or lost. Holds no personal data.
create table routing_decision (
  merchant int not null,
  order_id uuid not null,
  id uuid not null,
  policy text not null,
  outcome text not null,
  sentence text not null,
  detail json not null,
  decided_at timestamptz not null,
  primary key (merchant, order_id, id)
);
