package dev.kontor.connector.magento.quote;

import dev.kontor.connector.magento.order.ShopTime;
import java.math.BigDecimal;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A quote's cart with what the mapping wants besides: {@code requested_at}, {@code valid_until},
 * {@code said}, {@code asked}, {@code offered}, each item's {@code offered_price}, and the
 * customer's {@code company}.
 *
 * @param zone whose days the shop's expiration dates are
 */
record QuoteShape(ZoneId zone) {

  JsonNode content(ShopQuote quote, JsonNode comments, @Nullable JsonNode company) {
    ObjectNode content = ((ObjectNode) quote.cart()).deepCopy();
    content.put("requested_at", ShopTime.of(quote.cart(), "created_at").toString());
    String lastDay = quote.lastDay();
    if (lastDay != null) {
      content.put("valid_until", LastDay.end(lastDay, zone));
    }
    JsonNode original = quote.quote().path("original_total_price");
    content.put("asked", original.isNumber() ? original.decimalValue() : BigDecimal.ZERO);
    if (quote.isOffered()) {
      content.put("offered", quote.proposed());
      for (JsonNode item : content.path("items")) {
        ((ObjectNode) item).set("offered_price", item.path("price"));
      }
    }
    String said = Words.last(comments, quote.isOffered());
    if (said != null) {
      content.put("said", said);
    }
    if (company != null && content.path("customer") instanceof ObjectNode customer) {
      customer.set("company", company);
    }
    return content;
  }

  /** Of the buyer, 0 if none. */
  static String company(ShopQuote quote) {
    return quote
        .cart()
        .path("customer")
        .path("extension_attributes")
        .path("company_attributes")
        .path("company_id")
        .asString("0");
  }
}
