select id from orders where merchant = 1 order by id desc limit ?
