-- Where each order stands that came in since: when the block of the journal was sealed that holds its way to a place
-- (later than the commit, never before it), and whether something holds it.
with sealed as materialized (
  select unnest(b.batches) as batch, b.sealed_at
  from journal_block b
  where b.merchant = :merchant and b.sealed_at >= :since
), routed as materialized (
  select j.stream, min(s.sealed_at) as at
  from journal j
  join sealed s on s.batch = j.batch
  where j.merchant = :merchant and j.type = 'order.units-placed' and j.recorded_at >= :since
  group by j.stream
)
select o.channel, o.external_id, r.at as routed_at,
  exists (select 1 from hold h where h.merchant = o.merchant and h.order_id = o.id and h.released_at is null) as held
from orders o
left join routed r on r.stream = 'order:' || o.id
where o.merchant = :merchant and o.received_at >= :since
