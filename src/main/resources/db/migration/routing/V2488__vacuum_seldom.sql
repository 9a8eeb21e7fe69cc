-- Why: see the function, of the platform.
select vacuum_seldom('routing_decision');
