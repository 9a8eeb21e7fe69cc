-- owed_at is since when the channel has been told another number than it should show, not since when the latest value
-- stands: what changes all the time is told in its turn. planned says that no change of stock led to the value but a
-- rule, a first filling or a healing: how long that waits says nothing of the channel.
alter table published_quantity add column planned boolean not null default false;
