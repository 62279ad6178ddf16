/**
 * The twin's own addresses, for tests and demonstrations; no fault dial meets them.
 *
 * <pre>
 * POST /_twin/shop/orders            {customer: {email} for a guest, or {id} or {email} of a known one ({guest: true} keeps one a
 *                                    guest), billing: {firstname, lastname, street: [], postcode, city, country_id, region?,
 *                                    telephone?, company?, vat_id?}, shipping?: the same, lines: [{sku, qty, options?: {option_id: text,
 *                                    time (2026-12-24 14:30), {month, day, year, hour, minute, day_part} of the select lists, number of a
 *                                    value, or [numbers of values]}}], coupon?, note?,
 *                                    store?: default|us, shipping_method?: flatrate_flatrate|freeshipping_freeshipping,
 *                                    payment_method?: checkmo|banktransfer|purchaseorder|companycredit, po_number?}
 *                                    answers 201 {orders: [order as in /_twin/truth/orders]};
 *                                    a variant's SKU makes two rows, a bundle's SKU its parts as well; options are those of the configurable product
 *                                    or the bundle, 400 with the shop's words where it would not put the product into a cart
 * POST /_twin/shop/orders/{entity_id}/pay, /cancel    somebody invoices all of it, or cancels it; 400 where the shop would not
 * POST /_twin/shop/quotes            {customer: {id} of a company, name?, comment?, lines: [{sku, qty}]}: a buyer asks for a price;
 *                                    answers the cart
 * PUT  /_twin/shop/quotes            {quote_id, action: change|open|answer|close of the buyer, look of the seller's people, lines?,
 *                                    comment?}
 * POST /_twin/shop/quotes/order      {quote_id, payment_method?, po_number?, shipping_method?}: the buyer orders; answers as orders do
 * POST /_twin/shop/recorded          {orders?: [as GET /V1/orders/{id}], invoices?, shipments?, creditmemos?, customers?: [as
 *                                    their searches list them], products?: [as GET /V1/products/{sku}], source_items?: [these
 *                                    and no others], reservations?: [{sku, quantity}]}
 *                                    takes them in under their own numbers; answers 204
 * PUT  /_twin/shop/setup             {prices: net|gross, taxed_shipping?: true, algorithm?: total|row|unit}: for orders from now on
 * PUT  /_twin/shop/public-catalogue  {on}: new products and categories are in the public shared catalogue by themselves, as they are
 *                                    at first; what is in it stays
 * PUT  /_twin/shop/options-in-search {on}: a search of products shows their custom options, as it does at first, or has none for
 *                                    every product; the product by its SKU has them
 * PUT  /_twin/shop/bearer            {on}: integration tokens count as bearer tokens
 * PUT  /_twin/shop/maintenance       {on}: every REST call gets 503 with a page
 * PUT  /_twin/shop/consumer          {on, perSecond?}: asynchronous operations are carried out as they come, or so many a second
 * POST /_twin/shop/consumer          {most?}: carries open ones out once, or so many of them; {done}
 * POST /_twin/shop/locks             {sku, times?: 1}: so often saving the product meets a deadlock of the database
 * POST /_twin/shop/statuses          {status, state}: a status of the merchant's own
 * POST /_twin/shop/products          [{sku, name, price, ...}], see Catalogue.add
 * POST /_twin/shop/attributes        {code, label?, required?, unique?, input?: text, scope?: store|global, options?: [label],
 *                                    in_set?: true}: an attribute of the merchant's own, in the default attribute set unless told
 * POST /_twin/shop/customer-attributes {code}: one of customers
 * POST /_twin/shop/stock             {sku, source, quantity, status?: 1}
 * GET  /_twin/shop/catalogue         the demo products
 * GET  /_twin/truth/orders           [{entity_id, increment_id, ext_order_id, state, status, grand_total, tax_amount, currency, email,
 *                                    items: [{item_id, sku, qty, shipped, invoiced, refunded, canceled, options?: [{title, value} in
 *                                    words]}], tracks, comments, updated_at}]
 * GET  /_twin/truth/products         {sku: {id, name, status, price, type, parent?, attributes: {code: value}, media?: [{id, file,
 *                                    label, position, disabled, _sha256, _types}]}}
 * GET  /_twin/truth/stock            {sku: {source: quantity}}
 * GET  /_twin/truth/credits          [{id, company_id, credit_limit, balance, available_limit, currency_code, exceed_limit,
 *                                    operations: [{type, amount, balance, comment}]}], of Adobe Commerce
 * GET  /_twin/truth/shared-catalogues [{as GET /V1/sharedCatalog/{id}, products: [sku], categories: [id], companies: [id]}], of Adobe
 *                                    Commerce
 * GET  /_twin/truth/quotes           [cart as GET /V1/carts/{id}, with comments]
 * GET  /_twin/truth/reservations     [{reservation_id, stock_id, sku, quantity, metadata}]
 * </pre>
 */
@NullMarked
package dev.kontor.twin.magento.control;

import org.jspecify.annotations.NullMarked;
