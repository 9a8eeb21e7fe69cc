insert into same_rows.%s (%s) values (%s)
