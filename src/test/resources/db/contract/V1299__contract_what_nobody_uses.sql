-- What a version after the next might take away, when nobody needs it any more.
alter table sku drop column later;
