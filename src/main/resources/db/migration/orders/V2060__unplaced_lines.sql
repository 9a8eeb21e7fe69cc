-- Lines that wait for a place, of all orders ever: almost none, and found without looking at the others.
create index order_line_unplaced on order_line (merchant, order_id) where unplaced > 0;
