-- Dead letters are grouped by cause; what people say and decide about a group is kept by its fingerprint.

-- Who skipped a message, or took it out; null where nobody did.
alter table message add column by text;

create table problem_comment (
  id      bigint generated always as identity primary key,
  problem text not null,                       -- fingerprint
  at      timestamptz not null default hub_now(),
  by      text not null,
  said    text not null
);
create index problem_comment_problem on problem_comment (problem);

create table problem_assignee (
  problem  text primary key,
  assignee text not null,
  by       text not null,
  since    timestamptz not null default hub_now()
);

-- What a person did about a whole group, to be suggested should it appear again.
create table problem_resolution (
  id      bigint generated always as identity primary key,
  problem text not null,
  action  text not null check (action in ('resubmit', 'discard')),
  reason  text not null,
  by      text not null,
  at      timestamptz not null default hub_now(),
  sample  bigint[] not null                    -- some of its messages: whether it helped is read from them
);
create index problem_resolution_problem on problem_resolution (problem);

-- Decisions that a second person must approve.
create table approval (
  id       bigint generated always as identity primary key,
  action   text not null check (action in ('resubmit', 'discard', 'skip', 'entered')),
  messages bigint[] not null,
  problem  text,                               -- fingerprint, if it is about a whole group
  number   text,                               -- of entered: the number there
  reason   text not null,
  by       text not null,
  at       timestamptz not null default hub_now(),
  settler  text,                               -- null until somebody approves or refuses
  settled  timestamptz,                        -- null until it is refused, or approved and carried out
  approved boolean,
  answer   text                                -- of the second person
);
create index approval_open on approval (id) where settled is null;
