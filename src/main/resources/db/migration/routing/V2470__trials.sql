-- Policies tried on the past. policy is what was tried, word by word, whether pasted or a version. Whoever works on one
-- holds it until lease_until; what was left behind begins anew, for nothing of a trial has any effect.
create table routing_backtest (
  merchant int not null,
  id uuid not null,
  state text not null,
  policy_version int,
  policy text not null,
  label text not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  done int not null,
  total int not null,
  report json,
  trouble text,
  lease uuid,
  lease_until timestamptz,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (merchant, id),
  check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'))
);

create index routing_backtest_open on routing_backtest (merchant, id) where state in ('WAITING', 'RUNNING');

-- Orders on which the ways differ, numbered as they came. Holds no personal data.
create table routing_backtest_order (
  merchant int not null,
  backtest uuid not null,
  n int not null,
  order_id uuid not null,
  number text not null,
  draft text not null,
  active text not null,
  really text not null,
  policies boolean not null,
  draft_cost bigint,
  active_cost bigint,
  really_cost bigint,
  currency text not null,
  primary key (merchant, backtest, n),
  foreign key (merchant, backtest) references routing_backtest (merchant, id)
);

-- How much worse a draft may be on the past than the policy in force.
create table routing_guard_rails (
  merchant int not null,
  cost_percent_most double precision not null,
  late_points_most double precision not null,
  unfilled_points_most double precision not null,
  parcels_percent_most double precision not null,
  version int not null,
  updated_at timestamptz not null,
  primary key (merchant)
);
