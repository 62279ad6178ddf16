-- What both ends of a flow had already when it began, and how far its initial load has come.

-- The last comparison of both ends; a flow of orders is loaded only after it.
create table matching (
  flow    text primary key,
  matched timestamptz not null default hub_now(),
  found   int not null,                       -- pairs that were not linked then
  linked  timestamptz                         -- when a review was linked since
);

-- The newest initial load of each flow.
create table load (
  flow     text primary key,
  cursor   text,                              -- where the reading of keys goes on; null: at the beginning
  is_fed   boolean not null default false,    -- whether all keys have been read
  keys     bigint not null default 0,         -- documents it was begun for
  since    bigint not null,                   -- its messages have this id or a later one
  revision bigint not null default 0,         -- for compare-and-set
  began    timestamptz not null default hub_now(),
  ended    timestamptz                        -- when all of it was done or waited for a person
);
