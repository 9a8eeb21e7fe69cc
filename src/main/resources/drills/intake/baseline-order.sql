insert into drill.orders (channel, external_id, buyer, status, currency, total_minor)
values (?, ?, 'buyer@example.com', 'PLACED', 'EUR', 7996) returning id;
insert into drill.line (order_id, sku, location, units, unit_minor) values (?, ?, ?, 2, 1999), (?, ?, ?, 2, 1999);
update drill.stock set reserved = reserved + 2 where sku = ? and location = ? and on_hand - reserved >= 2;
insert into drill.audit (order_id, kind, payload) values (?, 'order.placed', '{"by":"channel"}');
insert into drill.outbox (topic, payload) values ('order.placed', '{"order":"placed"}')
