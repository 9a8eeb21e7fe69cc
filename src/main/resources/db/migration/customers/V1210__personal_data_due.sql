-- What is to be erased next. A record comes in here once, when its order has ended.
create index personal_data_due on personal_data (merchant, retain_until)
  where retain_until is not null and erased_at is null;
