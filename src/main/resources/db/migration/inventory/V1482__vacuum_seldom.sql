-- Why: see the function, of the platform.
select vacuum_seldom('reservation');
select vacuum_seldom('stock_ledger');
