-- Versions applied to orders that are not released yet, or looked at as if they were (a preview). after_id is the last
-- order that was looked at, so that it goes on where it was left. revision is that of the draft that is looked at.
create table routing_application (
  merchant int not null,
  id uuid not null,
  preview boolean not null,
  state text not null,
  version int not null,
  revision int not null,
  asked_by text not null,
  total int not null,
  changed int not null,
  same int not null,
  skipped int not null,
  after_id uuid not null,
  trouble text,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (merchant, id),
  check (state in ('WAITING', 'RUNNING', 'DONE', 'STOPPED', 'CANCELLED'))
);

-- No two at once, and no two previews.
create unique index routing_application_one on routing_application (merchant, preview)
  where state in ('WAITING', 'RUNNING');

-- The orders that were not released when it was asked for. outcome is empty until one is looked at; an order that stays
-- as it is leaves the table then. Costs are empty where they are not known. Holds no personal data.
create table routing_application_order (
  merchant int not null,
  application uuid not null,
  order_id uuid not null,
  number text,
  outcome text,
  words text,
  cost_before bigint,
  cost_after bigint,
  currency text,
  primary key (merchant, application, order_id),
  foreign key (merchant, application) references routing_application (merchant, id),
  check (outcome in ('CHANGED', 'PINNED', 'HELD', 'RELEASED', 'ENDED'))
);

-- Units that the orders a preview has looked at would take from where they lie (or give back, when less than none), so
-- that the orders of its later batches do not find them.
create table routing_application_unit (
  merchant int not null,
  application uuid not null,
  sku text collate "C" not null,
  location text collate "C" not null,
  taken int not null,
  primary key (merchant, application, sku, location),
  foreign key (merchant, application) references routing_application (merchant, id)
);
