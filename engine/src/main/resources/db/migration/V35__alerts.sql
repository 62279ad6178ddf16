-- What people are told of, and whether it reached them. Nothing here tells of a person.

create table alert (
  id              bigint generated always as identity primary key,
  rule            text        not null,
  cause           text        not null,        -- the same for the same cause
  severity        text        not null,
  finding         text        not null,        -- what was so when last looked, as JSON
  began           timestamptz not null,        -- when it was first seen
  seen            timestamptz not null,        -- when last
  opened          timestamptz,                 -- null: not for long enough yet
  told            timestamptz,                 -- when somebody was last told
  told_count      bigint      not null default 0,
  over            timestamptz,
  acknowledged    timestamptz,
  acknowledged_by text
);
-- One cause has one alert at a time, whoever looks.
create unique index alert_standing on alert (rule, cause) where over is null;
create index alert_over on alert (over) where over is not null;

-- What a receiver is to be told. Sent at least once, always under the same id.
create table alert_notification (
  id       uuid primary key default gen_random_uuid(),
  number   bigint generated always as identity,
  alert    bigint      not null references alert on delete cascade,
  receiver text        not null,
  kind     text        not null check (kind in ('opened', 'repeated', 'over')),
  severity text        not null,
  finding  text        not null,               -- as it was when it was to be told
  created  timestamptz not null default hub_now(),
  due      timestamptz not null default hub_now(),
  attempts int         not null default 0,
  owner    text,                               -- node that is sending it
  error    text,                               -- why it did not arrive last time
  finished timestamptz,
  state    text        not null default 'waiting'
           check (state in ('waiting', 'sent', 'dropped', 'failed'))
);
create index alert_notification_open on alert_notification (receiver, number) where finished is null;
create index alert_notification_alert on alert_notification (alert, receiver);

-- What processes saw of the connected systems, for whichever of them looks.
create table sighting (
  kind    text        not null check (kind in ('heard', 'found', 'unreachable', 'budget')),
  subject text        not null,                -- connection; of what was found the flow
  node    text        not null default '',     -- of what only this process knows
  at      timestamptz not null default hub_now(),
  value   bigint      not null default 0,      -- of a budget: per cent used
  primary key (kind, subject, node)
);
