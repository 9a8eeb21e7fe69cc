-- What each channel has to show of what is scarce.
select q.channel, q.channel_sku, sum(q.owed) as owed
from published_quantity q
where q.merchant = :merchant and q.channel_sku like 'CRASH-%'
group by q.channel, q.channel_sku
