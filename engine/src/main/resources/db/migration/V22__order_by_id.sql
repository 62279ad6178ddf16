-- A deleted order is announced by the target's id only.
create index crossref_order_id on crossref (target, target_id) where entity = 'order';
