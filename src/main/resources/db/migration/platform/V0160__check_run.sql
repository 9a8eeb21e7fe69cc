-- What the checks of the invariants found, run by run; the last one is what people and meters are told.
create table check_run (
  merchant int not null,
  id uuid not null,
  state text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  row_count bigint not null,
  violations int not null,
  sentences text[] not null,
  primary key (merchant, id)
);

-- The first violations of a run: which promise, where, and what is wrong there.
create table check_violation (
  merchant int not null,
  run uuid not null,
  n int not null,
  invariant text not null,
  place text not null,
  sentence text not null,
  primary key (merchant, run, n),
  foreign key (merchant, run) references check_run (merchant, id) on delete cascade
);
