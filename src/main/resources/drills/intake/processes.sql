-- The processes of the server that are alive now.
select pid from pg_stat_activity
