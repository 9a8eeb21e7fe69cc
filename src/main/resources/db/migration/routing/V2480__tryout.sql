-- What versions in the shadow would have decided otherwise, by decision. Holds no personal data. trouble says why one
-- was not planned to its end; what they would have done is empty then.
create table routing_shadow_order (
  merchant int not null,
  version int not null,
  decision_id uuid not null,
  order_id uuid not null,
  number text not null,
  decided_by text not null,
  decided text not null,
  rule text,
  would text,
  moves text[] not null,
  cost bigint,
  decided_cost bigint,
  currency text not null,
  days double precision,
  decided_days double precision,
  late boolean,
  decided_late boolean not null,
  trouble text,
  at timestamptz not null,
  primary key (merchant, version, decision_id)
);

create index routing_shadow_order_at on routing_shadow_order (merchant, at);

-- What shadows came to beside live decisions, by day and currency. Each transaction adds rows of its own, so that no
-- two wait for each other; they are added up to one, with an id of zeros, from time to time. Cost and days are sums
-- over the orders of which both are known.
create table routing_shadow_tally (
  merchant int not null,
  version int not null,
  day date not null,
  currency text not null,
  id uuid not null,
  orders bigint not null,
  differ bigint not null,
  failed bigint not null,
  cut_off bigint not null,
  unplaced bigint not null,
  decided_unplaced bigint not null,
  parcels bigint not null,
  decided_parcels bigint not null,
  late bigint not null,
  decided_late bigint not null,
  priced bigint not null,
  cost bigint not null,
  decided_cost bigint not null,
  dated bigint not null,
  days double precision not null,
  decided_days double precision not null,
  took_us bigint not null,
  primary key (merchant, version, day, currency, id)
);
