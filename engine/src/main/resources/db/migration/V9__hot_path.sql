-- What the ledger's busiest statements need, and nothing that holds them up.

-- Most lanes live for a second, so this index was mostly dead entries, and plans that chose it read
-- them all. Whoever looks for the lanes of one node reads the table, which is small.
drop index lane_owner;

-- Nobody finds a cross-reference by its target's document, but plans for many source ids chose it.
drop index crossref_target;

-- A message and an intent are updated once or twice: in the same page their indexes stay as they are.
alter table message set (fillfactor = 55);
alter table intent set (fillfactor = 55);

-- An order's documents fit into a page; beside the table they cost two more rows and an index each.
alter table payload set (toast_tuple_target = 8160);
