-- What was found of each lot, or serial number, of a line that was counted: also of those that were missing.
create table stock_count_lot (
  merchant int not null,
  stock_count uuid not null,
  line int not null,
  n int not null,
  lot text collate "C" not null,
  expires_on date,
  expected int not null,
  counted int not null,
  primary key (merchant, stock_count, line, lot),
  foreign key (merchant, stock_count, line) references stock_count_line (merchant, stock_count, line)
);
