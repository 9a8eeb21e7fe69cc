-- Why: see the function, of the platform.
select sample_lightly(t) from unnest(array['reservation', 'stock_ledger']::regclass[]) t;
