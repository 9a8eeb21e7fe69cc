update same_rows.stock_level set reserved = reserved + ?
where merchant = ? and sku = ? and location = ? and on_hand - reserved - unavailable >= ?
