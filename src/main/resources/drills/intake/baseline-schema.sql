-- The least that taking an order needs: the order, its lines, a guarded promise of stock, an audit row, a message to
-- be sent. Beside the product's own tables and gone with the installation.
create schema drill;
create table drill.orders (
  id bigint generated always as identity primary key, channel int not null, external_id text not null,
  buyer text not null, status text not null, currency text not null, total_minor bigint not null,
  created_at timestamptz not null default now(), unique (channel, external_id));
create table drill.line (
  id bigint generated always as identity primary key, order_id bigint not null references drill.orders (id),
  sku int not null, location int not null, units int not null, unit_minor bigint not null);
create index on drill.line (order_id);
create table drill.stock (
  sku int, location int, on_hand int not null, reserved int not null default 0, primary key (sku, location),
  check (reserved >= 0)) with (fillfactor = 50);
create table drill.audit (
  id bigint generated always as identity primary key, order_id bigint not null, kind text not null,
  payload json not null, at timestamptz not null default now());
create table drill.outbox (
  id bigint generated always as identity primary key, topic text not null, payload json not null,
  created_at timestamptz not null default now());
insert into drill.stock select s, l, 1000000000, 0 from generate_series(1, 10000) s, generate_series(1, 4) l;
analyze drill.stock;
