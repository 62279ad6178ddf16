-- Rows that people put over those of the configured value tables. A row is never deleted, so the sum of the
-- revisions grows with every change, in whatever order changes are committed: processes compare it.
create sequence value_row_revision;
create table value_row (
  name     text not null,                      -- of the table
  key      text not null,
  value    text,                               -- null: the configured row, if any, holds again
  by       text not null,
  reason   text not null,
  at       timestamptz not null default hub_now(),
  revision bigint not null,
  primary key (name, key)
);
