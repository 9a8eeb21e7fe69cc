-- The latest records of one person, without looking at the others.
create index personal_data_of_person on personal_data (merchant, subject_key, ref) where subject_key is not null;
drop index personal_data_by_subject;
