-- When what somebody's file said was emptied with an erasure, and with it the uploads of the whole batch: nothing more can be
-- examined or written from them.
alter table interchange.batch add column emptied timestamptz;
