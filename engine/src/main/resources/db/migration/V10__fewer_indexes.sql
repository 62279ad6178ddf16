-- Fewer index entries for each order.

-- One index finds a cross-reference by source and by target: beginning with the target, the key serves
-- both.
alter table crossref drop constraint crossref_pkey;
alter table crossref add primary key (target, entity, source_id, source);
drop index crossref_awaited;

-- Nobody looks for an attempt but by its message.
alter table attempt drop constraint attempt_pkey;
drop index attempt_message;
alter table attempt add primary key (message, id);

-- Of every message something is recorded twice; by kind people look for what happens seldom.
drop index audit_kind;
create index audit_kind on audit (kind, id) where kind not like 'message.%';
