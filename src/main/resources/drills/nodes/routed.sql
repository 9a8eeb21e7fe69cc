-- Orders for which work was opened, by their channel and its id of the order.
select distinct o.channel || '/' || o.external_id as name
from unnest(:channels::text[], :orders::text[]) as n(channel, external_id)
join orders o on o.merchant = :merchant and o.channel = n.channel and o.external_id = n.external_id
join fulfilment_order f on f.merchant = o.merchant and f.order_id = o.id
