-- A shop may spell an article number in other case than the ERP. The index open_demand_sku is the previous release's.
create index open_demand_spelled on open_demand (lower(sku)) where closed is null;
create index stock_level_spelled on stock_level (target, lower(sku));
