-- Which sales a shop's figure may or may not contain is asked for each figure, of finished sales, too.
create index open_demand_told on open_demand (source, lower(sku));
