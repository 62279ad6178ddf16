-- What a flow in a dry run would have written for a message, as of the newest try.
create table rehearsal (
  message      bigint primary key,
  at           timestamptz not null default hub_now(),
  action       text   not null,
  content      bigint not null,               -- payload
  content_hash bytea  not null,               -- keyed hash of the content, to know it again
  mapping      text   not null                -- versions of the mappings used
);
