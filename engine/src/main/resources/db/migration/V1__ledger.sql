-- The ledger: what arrived, what is to happen, what happened. Migrations are append-only.
-- No foreign keys on the hot path; the invariants live in the statements of the stores.

-- The one clock of leases, retries and settle times: the database's. Tests replace this function to drive time.
create function hub_now() returns timestamptz language sql stable as 'select statement_timestamp()';

-- One running hub process. Its lanes are free again when its lease has run out.
create table node (
  id          text primary key,
  lease_until timestamptz not null,
  started     timestamptz not null default hub_now()
);

-- One lane = one business aggregate at one target, strictly in order. An idle lane has no row.
create table lane (
  id       bigint generated always as identity primary key,
  key      text     not null unique,
  flow     text     not null,
  priority smallint not null,
  enqueued bigint   not null,               -- messages ever appended; counters, never EXISTS
  finished bigint   not null default 0,     -- messages done, skipped or discarded
  due      timestamptz,                     -- null: only an append or a wake-up brings it back
  wait_key text,                            -- what the lane waits for
  owner    text,                            -- node that works on it
  fence    bigint   not null default 0      -- raised by each claim
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
create index lane_due  on lane (priority, due) where owner is null and due is not null;
create index lane_wait on lane (wait_key) where wait_key is not null;
create index lane_owner on lane (owner) where owner is not null;

create sequence message_id;

create table message (
  id         bigint primary key,
  lane       bigint   not null,
  seq        bigint   not null,              -- position in the lane, given under the lane's row lock
  flow       text     not null,
  kind       text     not null check (kind in ('notice', 'event')),
  event      text     not null,
  source     text     not null,              -- connection the aggregate comes from
  source_id  text     not null,              -- native id of the aggregate there
  number     text,                           -- the number people know
  effect_key text,                           -- idempotency key of an event's effect
  payload    bigint,
  content_hash bytea,                        -- keyed hash of what the effect is made of
  state      text     not null default 'ready'
             check (state in ('ready','running','waiting','retrying','done','skipped','dead','discarded')),
  reason     text,
  fault      text,                           -- class of the fault for waiting, retrying, dead
  attempts   int      not null default 0,
  next_at    timestamptz,                    -- earliest next try; null: now
  waiting_since timestamptz,
  created    timestamptz not null default hub_now(),
  finished   timestamptz
) with (fillfactor = 90);
create index message_lane on message (lane, seq);
create index message_source on message (source, source_id);
create index message_number on message (number) where number is not null;
create unique index message_effect on message (effect_key) where effect_key is not null;

-- What has been seen already; a repeated delivery or poll overlap adds nothing. Of a polled document
-- only the version seen last counts: A, B, A are three arrivals.
create table arrival (
  source  text not null,
  key     text not null,
  version text not null default '',
  at     timestamptz not null default hub_now(),
  primary key (source, key)
);

create table attempt (
  id       bigint generated always as identity primary key,
  message  bigint not null,
  at       timestamptz not null default hub_now(),
  node     text   not null,
  outcome  text   not null,
  detail   text,
  mapping  text                               -- versions of the mappings used
);
create index attempt_message on attempt (message);

-- Written and committed before a call leaves; the memory of what may have happened.
create table intent (
  key        text primary key,
  message    bigint not null,
  target     text   not null,
  entity     text   not null,
  action     text   not null,
  reference  text   not null,
  target_id  text,
  content    bigint,                          -- payload written; null where the reference says it all
  mapping    text   not null,
  state      text   not null check (state in ('open', 'confirmed', 'refused')),
  opened     timestamptz not null default hub_now(),
  absent_from timestamptz not null,           -- not found after this moment means it never happened
  closed     timestamptz,
  result_id  text,
  result_number text
) with (fillfactor = 80);
create index intent_message on intent (message);

create table crossref (
  source     text not null,
  entity     text not null,
  source_id  text not null,
  target     text not null,
  target_id  text not null,
  number     text,                            -- the target's number people know
  hash       bytea,                           -- keyed hash of the last confirmed content
  changed_at timestamptz,                     -- source's clock, version last applied
  updated    timestamptz not null default hub_now(),
  primary key (source, entity, source_id, target)
);
create index crossref_target on crossref (target, entity, target_id);
create index crossref_awaited on crossref (target, entity, source_id);

-- How far a source has been read; advanced by compare-and-set in the append's transaction.
create table cursor (
  flow     text primary key,
  value    text,
  revision bigint not null default 0,
  updated  timestamptz not null default hub_now()
);

-- A connection or flow that a fault or a person has stopped.
create table pause (
  subject text primary key,                   -- connection:<name> or flow:<name>
  reason  text not null,
  by      text not null,
  since   timestamptz not null default hub_now()
);

-- Pieces sold by shops, until the ERP's own figures contain them.
create table open_demand (
  source    text not null,
  order_id  text not null,
  sku       text not null,
  quantity  numeric not null,
  placed_at timestamptz not null,             -- shop's clock
  confirmed timestamptz,                      -- in the ERP since
  closed    timestamptz,                      -- cancelled or never to be transferred
  primary key (source, order_id, sku)
);
create index open_demand_sku on open_demand (sku) where closed is null;

-- What each shop was last told, and from which terms.
create table stock_level (
  target    text not null,
  sku       text not null,
  quantity  numeric not null,
  written_by timestamptz not null,            -- by then, shop's clock, the write had happened
  terms     text not null,
  primary key (target, sku)
);

-- db-scheduler's table (version 16).
create table scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);
