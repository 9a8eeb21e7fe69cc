-- Versions of routing policies. Their content never changes once they have left the draft; content is JSON in its one
-- form, or as it was given where a draft is not finished. created_at is empty for the one that comes with the house.
create table routing_policy (
  merchant int not null,
  version int not null,
  state text collate "C" not null,
  name text not null,
  content text not null,
  based_on int,
  revision int not null,
  author text not null,
  comment text not null,
  created_at timestamptz,
  activated_at timestamptz,
  activated_by text,
  overridden_by text,
  override_reason text,
  canary_percent int not null default 0,
  primary key (merchant, version),
  check (state in ('DRAFT', 'SHADOW', 'CANARY', 'ACTIVE', 'ARCHIVED')),
  check (state <> 'ACTIVE' or activated_at is not null),
  check (canary_percent between 0 and 100),
  check ((overridden_by is null) = (override_reason is null))
);

create unique index routing_policy_one_active on routing_policy (merchant) where state = 'ACTIVE';
create unique index routing_policy_one_canary on routing_policy (merchant) where state = 'CANARY';

-- The numbers given out, and the changes told to the journal; whoever changes a policy locks this row first.
create table routing_policy_clock (
  merchant int not null,
  last_version int not null,
  changes int not null,
  primary key (merchant)
);
