-- What a backtest tried, by the digest of its rules: a version that is to decide asks for backtests of exactly these.
alter table routing_backtest add column draft_digest text not null default '';

create index routing_backtest_draft on routing_backtest (merchant, draft_digest, id);

-- When a version must have been tried on the past before it decides.
alter table routing_guard_rails add column backtest text not null default 'WITH_A_PAST'
  check (backtest in ('ALWAYS', 'WITH_A_PAST', 'NEVER'));
