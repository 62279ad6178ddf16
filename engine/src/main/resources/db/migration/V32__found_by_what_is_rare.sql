-- A plan made without statistics takes any index of which it knows a column, however many rows share its
-- value, and is kept until they are there: the look-up of orders by source id read every order of the
-- target. So the key begins with what is rare, and the other indexes can be used for nothing but what
-- they are for.
alter table crossref drop constraint crossref_pkey;
alter table crossref add primary key (source_id, target, entity, source);
drop index crossref_number;
create index crossref_number on crossref using hash (number) where entity = 'order';
drop index crossref_order_id;
create index crossref_order_id on crossref using hash (target_id) where entity = 'order';
drop index crossref_article_id;
create index crossref_article_id on crossref using hash (target_id) where entity = 'product';
