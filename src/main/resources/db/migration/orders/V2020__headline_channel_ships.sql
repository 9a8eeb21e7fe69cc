-- Orders whose open units are all shipped by the channel itself have a headline of their own.
update orders o
set headline = 'CHANNEL_SHIPS'
where o.headline = 'RELEASED'
  and not exists (
    select 1
    from order_line l
    where l.merchant = o.merchant and l.order_id = o.id and l.fulfilled_by = 'MERCHANT' and l.kind = 'GOODS'
      and l.allocated > 0);
