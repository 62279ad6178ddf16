/**
 * The twin's own addresses, for tests and demonstrations; no fault dial meets them.
 *
 * <pre>
 * POST /_twin/shop/orders            {customer?: {email, firstName, lastName, salutation, guest, group: standard|b2b,
 *                                    company, vatIds}, billing?: {country, street, zipcode, city, ...}, shipping?: the same,
 *                                    lines: [{productNumber, quantity}], promotions?: [code], currency?: "EUR",
 *                                    shippingMethod?: "shipping_standard", paymentMethod?: "payment_invoicepayment",
 *                                    comment?, customFields?}   or   {random: {count, seed}}
 * POST /_twin/shop/orders/{id}/edit  {lines: [{productNumber, quantity}], added?: [{type: product|custom|credit, productId?,
 *                                    label?, description?, quantity?, priceDefinition?}]}, quantity 0 removes the line;
 *                                    step by step as the administration does: /api/_action/version/order/{id} and so on
 * POST /_twin/shop/orders/{id}/cancel, /pay, /refund {amount?, reason?}
 * POST /_twin/shop/products          [{productNumber, name, gross, taxRate, stock, closeout, parent?, options?, tiers?, prices?}]
 * POST /_twin/shop/apps              {manifestUrl} or {manifest}
 * POST /_twin/shop/expire-tokens
 * GET  /_twin/shop/catalogue         the demo products
 * GET  /_twin/truth/orders           [{id, orderNumber, state, deliveryState, paymentState, gross, net, currency, taxStatus,
 *                                    lines, taxPerRate, customFields, trackingCodes}]
 * GET  /_twin/truth/stock            {productNumber: stock}
 * GET  /_twin/truth/mails            {total, mails: [{orderId, orderNumber, occasion}]}
 * </pre>
 */
@NullMarked
package dev.kontor.twin.shopware.control;

import org.jspecify.annotations.NullMarked;
