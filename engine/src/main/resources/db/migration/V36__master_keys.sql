-- The master keys that wrap keys here, by their ids; they themselves are never in the database.
create table vault.master (
  id         text primary key,
  registered timestamptz not null default hub_now()
);

-- What was a master once wraps nothing any more: a process that still has it first must not use it.
create table vault.retired_master (
  id      text primary key,
  retired timestamptz not null default hub_now()
);

insert into vault.master (id) select distinct master from vault.key;

-- A master cannot be taken away while it wraps a key, whoever wraps one just now. Deferrable, as
-- keys of a backup before this release are loaded without their masters.
alter table vault.key add constraint key_master
  foreign key (master) references vault.master deferrable initially immediate;
