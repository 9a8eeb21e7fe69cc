-- Why: see the function, of the platform.
select vacuum_seldom('fulfilment_order');
select vacuum_seldom('fulfilment_order_line');
