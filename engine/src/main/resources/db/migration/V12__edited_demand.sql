-- What an edit changes of an order that the ERP has: the pieces it adds count as sold until the ERP
-- has the edit, too. A process of the release before counts the whole line anew until then.
alter table open_demand
  add in_erp       numeric not null default 0,  -- pieces the ERP had before `confirmed`, ...
  add in_erp_since timestamptz,                 -- ... and since when, by the database's clock
  add edited       timestamptz;                 -- the quantity was last another one until then
