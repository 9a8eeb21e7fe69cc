-- Work that is not done: messages nobody has taken, orders nobody has decided on, blocks not sealed, and numbers that a
-- channel is owed.
select (select count(*) from inbox i where i.merchant = :merchant and i.state = 'RECEIVED')
  + (select count(*) from routing_queue q where q.merchant = :merchant)
  + (select count(*) from journal_pending p where p.merchant = :merchant)
  + (select count(*) from published_quantity q where q.merchant = :merchant and not q.frozen and q.stopped is null
      and q.owed_version > greatest(q.acknowledged_version, q.refused_version))
