-- When a person was made findable, so that search terms go by a rule of their own. What is there
-- counts from now.
alter table vault.search_term add column created timestamptz not null default hub_now();
