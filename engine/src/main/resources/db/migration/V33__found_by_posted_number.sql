-- The other half of V27, in a transaction of its own: a process of the release before, which locks the two
-- tables in its own order, could not be waited for while both are held.
create index crossref_posted on crossref (number)
  where entity in ('payment', 'shipment', 'invoice', 'credit-memo');
