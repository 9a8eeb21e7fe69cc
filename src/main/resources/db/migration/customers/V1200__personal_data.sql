-- Personal data stands here and nowhere else; everything else refers to it. What is known never changes, a correction
-- is a new row: so an order's history refers to what was known then. Erasing empties the row and leaves its shell.
-- search holds the words a record can be found by, each with the merchant in front so that no merchant reads through
-- another's part of the index. Words and their beginnings are found without any extension.
create table personal_data (
  merchant int not null,
  ref uuid not null,
  class text not null,
  source_channel text not null,
  subject_key text,
  content json,
  search tsvector,
  retain_until timestamptz,
  created_at timestamptz not null,
  erased_at timestamptz,
  primary key (merchant, ref),
  check ((content is null) = (erased_at is not null)),
  check (erased_at is null or (search is null and subject_key is null))
);

-- A shorter list of entries waiting to be sorted in: each sorting-in stalls one insert for less time.
create index personal_data_by_search on personal_data using gin (search) with (gin_pending_list_limit = 512);
create index personal_data_by_subject on personal_data (merchant, subject_key) where subject_key is not null;
