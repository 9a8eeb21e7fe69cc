-- Tables that only grow: what the planner knows of them does not change with each twentieth more, and looking again at
-- every column of thousands of wide rows each few seconds took a sixth of the processor while orders came in.
alter table orders set (autovacuum_analyze_scale_factor = 0.2, autovacuum_analyze_threshold = 1000);
alter table order_line set (autovacuum_analyze_scale_factor = 0.2, autovacuum_analyze_threshold = 1000);
alter table order_line_component set (autovacuum_analyze_scale_factor = 0.5, autovacuum_analyze_threshold = 1000);
alter table order_tax set (autovacuum_analyze_scale_factor = 0.5, autovacuum_analyze_threshold = 1000);
alter table order_charge set (autovacuum_analyze_scale_factor = 0.5, autovacuum_analyze_threshold = 1000);
