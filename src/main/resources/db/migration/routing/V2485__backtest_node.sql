-- Which node works on a backtest, so that the others need not wait for its lease to end when it has fallen silent.
alter table routing_backtest add column leased_by text;
