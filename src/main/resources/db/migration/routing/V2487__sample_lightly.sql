-- Why: see the function, of the platform.
select sample_lightly(t) from unnest(array['routing_decision']::regclass[]) t;
