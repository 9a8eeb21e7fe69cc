-- Units kept for a shop's checkout, a till or a quotation until somebody orders them or the time is over. The units
-- stand as reservations whose document is the hold; reserved is their sum while the hold is held, and 0 after it.
create table checkout_hold (
  merchant int not null,
  id uuid not null,
  state text collate "C" not null,
  channel text collate "C",
  account text collate "C",
  reserved bigint not null,
  order_id uuid,
  version int not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (merchant, id),
  check (state in ('HELD', 'CLAIMED', 'RELEASED', 'EXPIRED')),
  check ((state = 'HELD') = (ended_at is null)),
  check ((state = 'HELD') = (reserved > 0)),
  check ((state = 'CLAIMED') = (order_id is not null))
) with (fillfactor = 80);

create index checkout_hold_due on checkout_hold (merchant, expires_at) where state = 'HELD';

-- What was asked for and where it lies, in units as they are sold: a kit counts as one.
create table checkout_hold_part (
  merchant int not null,
  hold uuid not null,
  line int not null,
  sku text collate "C" not null,
  location text collate "C" not null,
  units int not null,
  primary key (merchant, hold, line, location),
  foreign key (merchant, hold) references checkout_hold (merchant, id),
  check (units > 0)
);
