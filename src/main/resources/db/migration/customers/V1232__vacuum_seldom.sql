-- Why: see the function, of the platform.
select vacuum_seldom('personal_data');
