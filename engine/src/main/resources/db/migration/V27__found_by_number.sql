-- What people look for by a number that is not the order's own: a posted shipment, invoice or credit
-- memo, a refund. The index leaves out what nearly all rows are (orders, debtors, articles), so an order
-- on its way costs not one entry more. For the same reason building it is one reading of the table;
-- writers wait as long, seconds for millions of rows, and what arrives at the doors meanwhile is
-- answered a little later. Building it without that (concurrently) is not possible in a transaction, and
-- would leave an invalid index behind where a process dies on the way.
create index message_named_event on message (event) where event like '%:%';
