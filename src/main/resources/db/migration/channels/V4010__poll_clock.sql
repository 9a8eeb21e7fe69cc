-- When an account last answered a poll, and when and how it last refused one.
alter table channel_poll add column answered_at timestamptz;
alter table channel_poll add column failed_at timestamptz;
alter table channel_poll add column failed_answer text;
