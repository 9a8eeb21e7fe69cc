-- What the database has written and holds.
select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') as wal_bytes,
  (select coalesce(sum(n_tup_ins), 0) from pg_stat_user_tables) as rows_inserted,
  pg_database_size(current_database()) as stored_bytes
