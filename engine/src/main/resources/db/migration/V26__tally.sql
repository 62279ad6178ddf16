-- What became of messages, counted where outcomes are stored: nobody has to read the ledger to say
-- how much there was. Each session counts in a row of its own, so that none waits for another.
create table tally (
  minute       timestamptz not null,           -- -infinity: all that is kept by the minute no longer
  flow         text        not null,
  slot         int         not null,           -- the session that counted; 0: of several, summed up
  done         bigint      not null default 0, -- messages that became so, by state
  skipped      bigint      not null default 0,
  discarded    bigint      not null default 0,
  dead         bigint      not null default 0,
  revived      bigint      not null default 0, -- messages that were dead and are no longer
  written      bigint      not null default 0, -- messages whose effect the target confirmed
  moved        bigint      not null default 0, -- messages anything at all became of
  last_written timestamptz,
  primary key (minute, flow, slot)
) with (fillfactor = 50);

-- What was finished before. It is read once and nobody waits for it. What a process of the release
-- before finishes while it still runs beside this one is not counted.
insert into tally (minute, flow, slot, done, skipped, discarded, last_written)
select '-infinity', flow, 0, count(*) filter (where state = 'done'),
       count(*) filter (where state = 'skipped'), count(*) filter (where state = 'discarded'),
       max(finished) filter (where state = 'done' and kind = 'event')
from message where finished is not null group by flow;

-- How long the call took of which an attempt tells; null where none was made or it was not timed.
alter table attempt add millis int;
