-- What lies in one bin: whoever counts it asks by its place.
create index stock_bin_by_place on stock_bin (merchant, location, bin);
