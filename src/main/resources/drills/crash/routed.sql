-- Whether an order has work opened for it.
select count(*)
from orders o
join fulfilment_order f on f.merchant = o.merchant and f.order_id = o.id
where o.merchant = :merchant and o.channel = :channel and o.external_id = :order
