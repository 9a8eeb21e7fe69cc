-- Messages put aside since, each with its reason.
select count(*) from inbox i where i.merchant = :merchant and i.state = 'PARKED' and i.received_at >= :since
