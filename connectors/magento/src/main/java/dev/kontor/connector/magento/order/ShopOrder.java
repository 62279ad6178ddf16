package dev.kontor.connector.magento.order;

import tools.jackson.databind.JsonNode;

/**
 * An order as the mapping's functions see it.
 *
 * @param json the shop's order with {@code invoices}, {@code shipments} and {@code creditmemos}
 *     beside its own fields
 */
record ShopOrder(JsonNode json, OrderTerms terms, Money money, OrderRows rows) {

  static ShopOrder of(JsonNode json, JsonNode settings) {
    OrderTerms terms = OrderTerms.of(settings);
    Money money = Money.of(json, terms);
    return new ShopOrder(json, terms, money, new OrderRows(json, terms.whole()));
  }

  JsonNode attributes() {
    return json.path("extension_attributes");
  }

  /** How and where goods go; a missing node for a virtual order's address and method. */
  JsonNode shipping() {
    return attributes().path("shipping_assignments").path(0).path("shipping");
  }
}
