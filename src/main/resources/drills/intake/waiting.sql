-- Work that is not done: messages that nobody has taken and orders that nobody has decided on.
select (select count(*) from inbox i where i.merchant = :merchant and i.state = 'RECEIVED')
  + (select count(*) from routing_queue q where q.merchant = :merchant)
  + (select count(*) from journal_pending p where p.merchant = :merchant)
