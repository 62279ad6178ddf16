-- Audit rows lie in one partition per month (UTC), so that retention drops a month whole instead of
-- deleting row by row. The sealer cuts its segments at the same boundary.

alter table audit rename to audit_before;
alter sequence audit_id_seq rename to audit_before_id_seq;

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
  check ((payload is null) = (payload_hash is null))
) partition by range (at);

create trigger audit_append_only before update or delete on audit
  for each row execute function audit_is_append_only();
create trigger audit_no_truncate before truncate on audit
  for each statement execute function audit_is_append_only();

-- Retention drops months; not even it may delete single rows any more.
create or replace function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'audit rows are append-only' using errcode = 'insufficient_privilege';
end $$;

-- Makes the month's partition if there is none; appends go on meanwhile, as only attaching locks.
create function audit_month(day timestamptz) returns void language plpgsql as $$
declare
  first timestamp := date_trunc('month', day at time zone 'UTC');
  name  text := 'audit_' || to_char(first, 'YYYY_MM');
begin
  perform pg_advisory_xact_lock(hashtext('audit_month'));
  if to_regclass(name) is null then
    execute format('create table %I (like audit including defaults including constraints)', name);
    execute format('create trigger audit_no_truncate before truncate on %I'
                   ' for each statement execute function audit_is_append_only()', name);
    execute format('alter table audit attach partition %I for values from (%L) to (%L)', name,
                   first at time zone 'UTC', (first + interval '1 month') at time zone 'UTC');
  end if;
end $$;

select audit_month(at) from (select min(at) as at from audit_before
                             group by date_trunc('month', at at time zone 'UTC')) as m;

insert into audit (id, xid, epoch, at, kind, subject, details, evidence, payload, payload_hash,
                   details_hash) overriding system value
select id, xid, epoch, at, kind, subject, details, evidence, payload, payload_hash, details_hash
from audit_before;
select setval('audit_id_seq', last_value, is_called) from audit_before_id_seq;

drop table audit_before;

alter table audit add primary key (epoch, xid, id, at);
create index audit_subject on audit (subject, id);
create index audit_kind on audit (kind, id);
create index audit_payload on audit (payload) where payload is not null;

-- When the reading of the ERP began that the figure was made of, by the database's clock: between
-- then and written_by a write may have crossed a sale or a return. Null in rows of earlier releases.
alter table stock_level add began timestamptz;
