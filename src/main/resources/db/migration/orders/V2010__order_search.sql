-- Whether anything is left to do. It changes once in an order's life, so the index on it costs its updates nothing.
alter table orders
  add column is_open boolean not null generated always as (lifecycle not in ('COMPLETED', 'CANCELLED', 'REJECTED')) stored;

create index orders_open on orders (merchant, ship_by, id) where is_open;
create index orders_by_contact on orders (merchant, contact_ref) where contact_ref is not null;
