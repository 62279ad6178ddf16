-- A lane being worked on is known by its owner; no message was ever stored as running. Not validated
-- against old rows, so that no upgrade waits for a reading of the whole table.
alter table message drop constraint message_state_check;
alter table message add constraint message_state_check
  check (state in ('ready', 'waiting', 'retrying', 'done', 'skipped', 'dead', 'discarded')) not valid;

-- A source that asked for fewer requests is not polled before then, by any process.
alter table cursor add column not_before timestamptz;
