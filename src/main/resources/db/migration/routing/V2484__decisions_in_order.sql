-- The latest decisions, page by page, without sorting all there are.
create index routing_decision_latest on routing_decision (merchant, decided_at, id);
drop index routing_decision_at;
