-- Products, prices and whatever else only its newest version counts of.

-- A version whose write was never answered may still arrive and replace a newer one; until then the
-- target's document is not certain, and afterwards it is written once more.
create table write_doubt (
  target    text        not null,
  entity    text        not null,
  source_id text        not null,
  until     timestamptz not null,             -- by the database's clock
  primary key (target, entity, source_id)
);

-- What the target has done with an order is told by the target's number of it.
create index crossref_number on crossref (target, number) where entity = 'order';
