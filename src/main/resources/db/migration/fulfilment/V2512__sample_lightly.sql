-- Why: see the function, of the platform.
select sample_lightly(t) from unnest(array['fulfilment_order', 'fulfilment_order_line']::regclass[]) t;
