-- What the processes of one installation share of each connected system's patience.

-- Request budgets: the state is Bucket4j's own. The id names connection, part and limit, so that a
-- changed limit begins a new bucket.
create table budget (
  id    text primary key,
  state bytea
) with (fillfactor = 50);

-- Concurrent calls: how many of a pool's slots a node may use while its lease lasts. A node without a
-- live lease has none, whatever stands here.
create table call_share (
  pool  text not null,                        -- connection and part
  node  text not null,
  held  int  not null,                        -- slots it may use
  wants int  not null,                        -- slots it has calls for
  primary key (pool, node)
) with (fillfactor = 50);
