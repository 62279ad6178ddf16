-- When a figure was last found to be shown already while orders counted that the ERP may have counted
-- as well; by the database's clock. Such a figure is corrected like one that was written.
alter table stock_level add judged timestamptz;
