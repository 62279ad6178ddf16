/**
 * The twin's own addresses, for tests and demonstrations; no fault dial meets them. What the system
 * refuses is 409 with its reason, what cannot be understood 400.
 *
 * <pre>
 * GET  /_twin/settings                 all switches, see {@link dev.kontor.twin.financeoperations.records.Settings}
 * PUT  /_twin/settings                 {name: value, ...}: changes the named ones; answers all
 * PUT  /_twin/roles                    {unreadable: [set], unwritable: [set]}: roles the service user lacks
 * POST /_twin/setup                    {companies: [...]} in the form of demo.json: adds or changes; item "stock" is added
 * POST /_twin/conflicts                {times?: 1, meanwhile?}: the next writes meet an update conflict (500); or with meanwhile
 *                                      the next rows to be written have another version than was read
 * POST /_twin/stock                    {company?, item, warehouse, quantity, ProductColorId?, ...}: counts pieces in or out
 * POST /_twin/items/{company}/{item}/change        {field: value, ...} of ReleasedProductsV2; answers the row
 * POST /_twin/items/{company}/{item}/variant       {ProductColorId?, ..., ProductVariantNumber, ProductName?, stock?}: one more of a master
 * POST /_twin/items/{company}/{item}/release       {from?: company, field: value, ..., variants?, stock?}: an article the company has not
 * POST /_twin/items/{company}/{item}/block         {state, ProductColorId?, ...}: its lifecycle state, or that of one variant; "" ends it
 * POST /_twin/items/{company}/{item}/remove        {ProductColorId?, ...}: it, or one variant, is no longer released; not once it was
 *                                                  sold or lies in stock
 * POST /_twin/orders/{company}/{number}/confirm    answers {confirmation}
 * POST /_twin/orders/{company}/{number}/pick       {lines?: [{line, quantity?}]}, by LineCreationSequenceNumber
 * POST /_twin/orders/{company}/{number}/pack       {lines?, warehouse?, tracking?: [{number, url?}]}; answers
 *                                                  {packingSlips: [number]}, one for each warehouse
 * POST /_twin/orders/{company}/{number}/invoice    {lines?, all?: true delivers what is open first};
 *                                                  answers {invoice, company, amount}
 * POST /_twin/orders/{company}/{number}/cancel     {lines?: [{line}]}: what is open will not come
 * POST /_twin/orders/{company}/{number}/totals     computes OrderTotal*
 * POST /_twin/orders/{company}/{number}/charges    {charges: [{code, amount, itemTaxGroup?}]}
 * POST /_twin/quotations/{company}/{number}/price  {lines: [{line, price}]}, by LineCreationSequenceNumber
 * POST /_twin/quotations/{company}/{number}/send   {expires?: day}
 * POST /_twin/quotations/{company}/{number}/confirm  answers {order}: the order it has become
 * POST /_twin/quotations/{company}/{number}/lose|cancel
 * POST /_twin/invoices/{company}/{number}/credit   {lines?: [{line, quantity?}], restock?: true, reason?};
 *                                                  answers {invoice, company, amount, order}
 * POST /_twin/invoices/{company}/{number}/pay      {amount}: money that came in; negative went out
 * POST /_twin/journals/{company}/{number}/post     a person posts a payment journal
 * POST /_twin/tradeAgreements/{company}/{number}/post   a person posts an open journal of prices
 * POST /_twin/tradeAgreements/{company}/{record}/end    a person takes a posted price away, by its RecordId
 * POST /_twin/businessEvents           {url, company?, events: [id]}: activates them; the url must take a test message
 * GET  /_twin/businessEvents           {endpoints: [url], failed: [body]}
 * POST /_twin/businessEvents/resend    a person sends the failed ones again
 * GET  /_twin/truth/orders|quotations|customers|stock|packingSlips|invoices|invoiceLines|payments|transactions|prices|items|variants
 *                                      {what: [row]} of all companies, fields as the entities name them; an order has
 *                                      lines with delivered, invoiced and open quantities
 * </pre>
 *
 * Dials, calls and late commits: see the twins' kit ({@code /_twin/dials}, {@code /_twin/calls},
 * {@code /_twin/settle}).
 */
@NullMarked
package dev.kontor.twin.financeoperations.control;

import org.jspecify.annotations.NullMarked;
