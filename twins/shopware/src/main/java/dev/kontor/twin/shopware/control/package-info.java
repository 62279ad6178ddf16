/**
 * The twin's own addresses, for tests and demonstrations; no fault dial meets them.
 *
 * <pre>
 * POST /_twin/shop/orders            {customer?: {id or customerNumber of a known one; or email, firstName, lastName, salutation,
 *                                    guest, group: standard|b2b|name, company, vatIds, customFields}, billing?: {country, street,
 *                                    zipcode, city, ...}, shipping?: the same; a known customer's saved addresses otherwise,
 *                                    lines: [{productNumber, quantity}], promotions?: [code], currency?: "EUR",
 *                                    shippingMethod?: "shipping_standard", paymentMethod?: "payment_invoicepayment",
 *                                    comment?, customFields?}   or   {random: {count, seed}}
 * POST /_twin/shop/orders/{id}/edit  {lines: [{productNumber, quantity}], added?: [{type: product|custom|credit, productId?,
 *                                    label?, description?, quantity?, priceDefinition?}]}, quantity 0 removes the line;
 *                                    step by step as the administration does: /api/_action/version/order/{id} and so on
 * POST /_twin/shop/orders/{id}/pay, /refund {amount? or lines?: [{productNumber, quantity}], reason?}, /calloff
 * POST /_twin/shop/orders/{id}/split {lines: [{productNumber, quantity}]}: into a delivery of their own, as extensions do
 * POST /_twin/shop/orders/{id}/ship {trackingCodes?, partially?, last?: the last delivery, sendMail?}, /return {lines?, restock?, sendMail?}
 * POST /_twin/shop/orders/{id}/cancel, /process, /complete, /reopen {sendMail?}
 * POST /_twin/shop/customers         {email, firstName?, lastName?, group?, company?, vatIds?, billing?, bound?}: registers
 * POST /_twin/shop/customers/{id}/profile {firstName?, lastName?, title?, company?, vatIds?, email?, customFields?}
 * POST /_twin/shop/customers/{id}/address {addressId?, add?, default?: billing|shipping, street?, zipcode?, city?, country?, ...}
 * POST /_twin/shop/products          [{productNumber, name, gross, taxRate, stock, closeout, parent?, options?, tiers?, prices?}]
 * POST /_twin/shop/apps              {manifestUrl} or {manifest}
 * POST /_twin/shop/expire-tokens
 * GET  /_twin/shop/catalogue         the demo products
 * GET  /_twin/truth/orders           [{id, orderNumber, state, deliveryState, paymentState, gross, net, currency, taxStatus,
 *                                    lines, items: [{productNumber, quantity}], taxPerRate, customFields, trackingCodes, customerNumber, email, refunded}]
 * GET  /_twin/truth/stock            {productNumber: stock}
 * GET  /_twin/truth/products?group=&amp;customer=&amp;currency=EUR&amp;country=DE&amp;language=de-DE&amp;quantity=1
 *                                    [{id, productNumber, parent, name, description, active, obstacle, stock, available, ean,
 *                                    manufacturerNumber, weight, purchaseUnit, referenceUnit, minPurchase, maxPurchase,
 *                                    isCloseout, customFields, unitPrice, taxStatus, taxRate, manufacturer, unit, categories,
 *                                    properties, options, cover, pictures}]; cover and pictures are SHA-256 in hex, obstacle says
 *                                    why this shopper cannot buy it, unitPrice is what the cart would charge
 * GET  /_twin/truth/customers        [{id, customerNumber, email, firstName, lastName, company, vatIds, accountType, active, guest,
 *                                    boundSalesChannelId, customFields, updatedAt, group, hasPassword, tags, addresses: [{id, ...,
 *                                    country, billing, shipping}]}]
 * GET  /_twin/truth/documents        [{id, orderId, orderNumber, type, number, static, sent, shownToBuyer, referencedDocumentId,
 *                                    customFields, fileName, size, sha256}]
 * GET  /_twin/truth/mails            {total, mails: [{orderId, orderNumber, occasion, documentIds}]}
 * </pre>
 */
@NullMarked
package dev.kontor.twin.shopware.control;

import org.jspecify.annotations.NullMarked;
