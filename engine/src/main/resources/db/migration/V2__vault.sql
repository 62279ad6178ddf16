-- Payloads, encrypted, and the keys that open them. The keys have a schema of their own because the
-- data backup leaves it out: a restored backup cannot bring back what erasure has made unreadable.

create schema vault;

-- Every key is wrapped by the master key, which is never in the database.
create table vault.key (
  id      bigint generated always as identity primary key,
  kind    text  not null check (kind in ('day', 'person', 'common', 'secret')),
  name    bytea not null,                     -- day: ISO date; person: blind index; else: plain name
  wrapped bytea not null,
  master  text  not null,                     -- id of the master key that wrapped it
  created timestamptz not null default hub_now(),
  unique (kind, name)
);

-- What a person may be found by, as keyed blind indexes; goes with the person's key.
create table vault.search_term (
  person_key bigint not null references vault.key on delete cascade,
  term       bytea  not null,
  subject    text   not null,                 -- what was found, such as message:17
  primary key (term, subject)
);
create index search_term_person on vault.search_term (person_key);

create sequence payload_id;

create table payload (
  id         bigint primary key,
  class      text   not null,
  key        bigint not null,                 -- vault.key.id
  bytes      bytea  not null,                 -- encrypted, so not worth compressing
  keyed_hash bytea  not null,                 -- HMAC of bytes: verifiable after the key is gone
  created    timestamptz not null default hub_now(),
  expires    timestamptz                      -- null: kept until its person is erased
);
alter table payload alter column bytes set storage external;
create index payload_expires on payload (expires) where expires is not null;
