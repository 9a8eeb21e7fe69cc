-- Why: see the function, of the platform.
select vacuum_seldom('orders');
select vacuum_seldom('order_line');
select vacuum_seldom('order_line_component');
select vacuum_seldom('order_tax');
select vacuum_seldom('order_charge');
