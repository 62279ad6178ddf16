-- What people set up in the console. It holds over the configuration file, in every process.

-- Rises with every change and is locked while one is made; processes compare it.
create table setup_version (
  one     boolean primary key default true check (one),
  version bigint not null
);

-- A connection that the file does not have. All of it is sealed, because its secrets are part of it.
create table setup_connection (
  name   text primary key,
  sealed bytea       not null,
  key    bigint      not null,                 -- in vault.key
  hash   bytea       not null,                 -- keyed hash of the sealed bytes
  by     text        not null,
  reason text        not null,
  at     timestamptz not null default hub_now()
);

-- A use of a pack that the file does not have.
create table setup_use (
  pack   text        not null,
  prefix text        not null,
  roles  jsonb       not null,                 -- connection by role
  by     text        not null,
  reason text        not null,
  at     timestamptz not null default hub_now(),
  primary key (pack, prefix)
);

-- A setting of a flow, of the file's uses and the console's alike.
create table setup_flow (
  flow    text        not null,
  setting text        not null,
  value   jsonb       not null,
  by      text        not null,
  reason  text        not null,
  at      timestamptz not null default hub_now(),
  primary key (flow, setting)
);
