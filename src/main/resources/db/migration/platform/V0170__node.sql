-- The processes that work on this database now, of the installation as a whole. Each counts its own row up while it
-- lives; whoever sees a row stand still takes over what that process had leased. No clock is compared with another.
create table node (
  name       text        primary key check (length(name) between 1 and 100),
  process    uuid        not null,
  beat       bigint      not null,
  migrations int         not null,
  started_at timestamptz not null
) with (fillfactor = 50);
