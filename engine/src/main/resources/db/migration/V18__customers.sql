-- Which account of a shop is which debtor, and what either side showed when they last agreed. Hashes are keyed.
create table customer_link (
  shop      text   not null,
  shop_id   text   not null,
  erp       text   not null,
  erp_id    text   not null,
  number    text,                              -- the ERP's, as people know it
  revision  bigint not null default 1,         -- two flows may look at one link at once; the later finds it changed
  known     jsonb  not null,                   -- by side and attribute: what was agreed, what was sent
  settles   timestamptz,                       -- until when what was sent may still take effect, by the database's clock
  conflicts bigint not null default 0,         -- attributes changed on both sides and decided
  created   timestamptz not null default hub_now(),
  primary key (shop, shop_id, erp)
);

create index customer_link_erp on customer_link (erp, erp_id, shop);

-- Metrics count them every few seconds; few links ever had one.
create index customer_link_conflicts on customer_link (shop, erp) where conflicts > 0;
