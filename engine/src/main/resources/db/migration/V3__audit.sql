-- What happened, provably: rows are only ever added, and a sealer links committed rows into signed
-- segments. A row's place in the chain is (epoch, xid, id), because ids are given before commit.

create table audit (
  id           bigint generated always as identity,
  xid          xid8        not null default pg_current_xact_id(),
  epoch        int         not null,          -- raised by each restore, which starts xid anew
  at           timestamptz not null default clock_timestamp(),
  kind         text        not null,          -- such as message.done, payload.expired, person.erased
  subject      text        not null,          -- such as message:17, connection:shop-de
  details      text        not null,          -- for people; without personal data
  evidence     bytea,                         -- keyed hash of what else the row proves
  payload      bigint,                        -- payload whose bytes this row proves
  payload_hash bytea,
  details_hash bytea       not null,          -- keyed hash of the columns above, time excepted
  check ((payload is null) = (payload_hash is null)),
  primary key (epoch, xid, id)
);
create index audit_subject on audit (subject, id);
create index audit_kind on audit (kind, id);
create index audit_payload on audit (payload) where payload is not null;

-- One link of the chain: every row in (from, to] and nothing else.
create table audit_segment (
  number     bigint primary key,
  epoch      int    not null,
  first_xid  xid8   not null,
  first_id   bigint not null,
  last_xid   xid8   not null,
  last_id    bigint not null,
  row_count  int    not null,
  marks      bytea  not null,                 -- per row: id and the first 8 bytes of its hash
  content    bytea  not null,                 -- hash over the rows' hashes
  previous   bytea  not null,                 -- head of the segment before
  head       bytea  not null,                 -- hash over all of the above
  signature  bytea  not null,                 -- Ed25519 over head
  sealed_at  timestamptz not null,
  dropped_at timestamptz                      -- rows deleted by rule; the head stays
);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('kontor.audit_retention', true) = 'on' then
    return old;
  end if;
  raise exception 'audit rows are append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger audit_append_only before update or delete on audit
  for each row execute function audit_is_append_only();
create trigger audit_no_truncate before truncate on audit
  for each statement execute function audit_is_append_only();
