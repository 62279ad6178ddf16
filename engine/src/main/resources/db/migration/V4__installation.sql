-- Which installation this database belongs to. The same identity lies in a file outside; when the
-- two differ, the database is a copy and must not write anywhere before a person has decided.

create table installation (
  one           boolean primary key default true check (one),
  id            uuid   not null,
  epoch         int    not null default 1,    -- raised by each restore and adoption
  cluster       text   not null,              -- PostgreSQL's system identifier
  created       timestamptz not null default hub_now(),
  restored_from text,                         -- id of the backup
  restored_at   timestamptz,
  doubt_since   timestamptz,                  -- null: no doubt; else what happened after is unknown
  doubt_sources text[] not null default '{}'  -- sources not re-read since then
);
