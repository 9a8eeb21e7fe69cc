-- Each order, how often it is there, and the most units of a line that work was opened for and nobody ordered.
with placed as (
  select f.order_id, l.line, sum(l.units) as units
  from fulfilment_order f
  join fulfilment_order_line l on l.merchant = f.merchant and l.fulfilment_order_id = f.id
  where f.merchant = :merchant and f.work <> 'CANCELLED'
  group by f.order_id, l.line
), wanted as (
  -- a line without parts is made of itself, once
  select o.order_id, o.line, coalesce(sum(c.units), 1) * o.ordered as units
  from order_line o
  left join order_line_component c on c.merchant = o.merchant and c.order_id = o.order_id and c.line = o.line
  where o.merchant = :merchant
  group by o.order_id, o.line, o.ordered
), beyond as (
  select p.order_id, max(p.units - coalesce(w.units, 0)) as units
  from placed p
  left join wanted w on w.order_id = p.order_id and w.line = p.line
  group by p.order_id
)
select o.channel || '/' || o.external_id as name, count(*) as times, max(coalesce(b.units, 0)) as beyond
from orders o
left join beyond b on b.order_id = o.id
where o.merchant = :merchant
group by 1
