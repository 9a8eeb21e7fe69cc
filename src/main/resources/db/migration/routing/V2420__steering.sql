-- What was said about where orders go: a person pinned one to a place, a location turned one down, units are on
-- their way.
create table routing_steering (
  merchant int not null,
  order_id uuid not null,
  kind text not null,
  location text not null,
  ref uuid not null,
  reason text not null,
  until_at timestamptz,
  said_by text not null,
  said_at timestamptz not null,
  primary key (merchant, order_id, kind, location)
);

-- Why units wait, and until when they may.
alter table routing_waiting add column state text not null default 'BACKORDER';
alter table routing_waiting add column cancel_at timestamptz;

create index routing_waiting_cancel on routing_waiting (merchant, cancel_at) where cancel_at is not null;

-- Decisions over time: by the place that ships, and by the place that was kept out and what kept it out.
alter table routing_decision add column rule text;
alter table routing_decision add column chosen text[] not null default '{}';

create index routing_decision_at on routing_decision (merchant, decided_at);

create table routing_kept_out (
  merchant int not null,
  location text not null,
  because text not null,
  decided_at timestamptz not null,
  decision_id uuid not null,
  order_id uuid not null,
  primary key (merchant, location, because, decided_at, decision_id)
);
