select o.id as of_order, t.* from unnest(?) o(id)
join journal j on j.merchant = 1 and j.stream = 'order:' || o.id and j.version = 1
join inbox t on t.merchant = 1 and t.id = j.causation;

select o.id as of_order, t.* from unnest(?) o(id)
join journal j on j.merchant = 1 and j.stream = 'order:' || o.id and j.version = 1
join inbox_body t on t.merchant = 1 and t.inbox_id = j.causation;

select o.id as of_order, t.* from orders o
join personal_data t on t.merchant = 1 and t.ref in (o.contact_ref, o.ship_to_ref, o.bill_to_ref)
where o.merchant = 1 and o.id = any(?);

select t.id as of_order, t.* from orders t where t.merchant = 1 and t.id = any(?);

select t.order_id as of_order, t.* from order_line t where t.merchant = 1 and t.order_id = any(?);

select t.order_id as of_order, t.* from order_line_component t where t.merchant = 1 and t.order_id = any(?);

select t.order_id as of_order, t.* from order_tax t where t.merchant = 1 and t.order_id = any(?);

select t.order_id as of_order, t.* from order_charge t where t.merchant = 1 and t.order_id = any(?);

select t.order_id as of_order, t.* from routing_decision t where t.merchant = 1 and t.order_id = any(?);

select t.order_id as of_order, t.* from fulfilment_order t where t.merchant = 1 and t.order_id = any(?);

select f.order_id as of_order, t.* from fulfilment_order f
join fulfilment_order_line t on t.merchant = 1 and t.fulfilment_order_id = f.id
where f.merchant = 1 and f.order_id = any(?);

select t.document as of_order, t.* from reservation t where t.merchant = 1 and t.document = any(?);

select o.id as of_order, t.* from unnest(?) o(id) join stock_ledger t on t.merchant = 1 and t.document = o.id::text;

select o.id as of_order, t.* from unnest(?) o(id) join journal t on t.merchant = 1 and t.stream = 'order:' || o.id
