-- What a node has in its hands by its name, and what else of these messages is not done.
select 'message ' || i.id::text as held
from inbox i
where i.merchant = :merchant and i.state = 'RECEIVED'
  and (i.leased_by = :node or i.id = any(:messages::uuid[]))
union all
select 'poll ' || p.channel || '/' || p.account
from channel_poll p
where p.merchant = :merchant and p.leased_by = :node and p.leased_until is not null
union all
select 'turn ' || p.channel || '/' || p.account
from push_account p
where p.merchant = :merchant and p.leased_by = :node and p.leased_until is not null
union all
select 'sealing'
from journal_sealer s
where s.merchant = :merchant and s.holder = :node
union all
select 'reader ' || r.reader
from journal_reader r
where r.merchant = :merchant and r.holder = :node
union all
select 'backtest ' || b.id::text
from routing_backtest b
where b.merchant = :merchant and b.leased_by = :node and b.state = 'RUNNING' and b.lease_until is not null
union all
select 'timer ' || t.task_name
from scheduled_tasks t
where t.picked and t.picked_by = :node
