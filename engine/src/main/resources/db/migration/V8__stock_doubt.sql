-- A figure whose write was never answered may still arrive and replace a newer one; until then the
-- shop's figure is not certain, and afterwards it is written once more.
create table stock_doubt (
  target text        not null,
  sku    text        not null,
  until  timestamptz not null,                -- by the database's clock
  primary key (target, sku)
);
