-- Why: see the function, of the platform.
select sample_lightly(t)
from unnest(array['orders', 'order_line', 'order_line_component', 'order_tax', 'order_charge']::regclass[]) t;
