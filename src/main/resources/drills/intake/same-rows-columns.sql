select c.column_name
from information_schema.columns c
where c.table_schema = 'public' and c.table_name = ? and c.is_generated = 'NEVER'
order by c.ordinal_position
