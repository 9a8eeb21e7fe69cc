-- Lines of a fulfilment order are written with it, by one writer and in one transaction. A foreign key made the server
-- look it up and lock its row again for each of them. The check of fulfilment looks for lines without one instead.
alter table fulfilment_order_line drop constraint fulfilment_order_line_merchant_fulfilment_order_id_fkey;
