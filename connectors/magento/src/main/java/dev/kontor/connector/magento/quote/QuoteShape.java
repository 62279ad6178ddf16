package dev.kontor.connector.magento.quote;

import dev.kontor.connector.magento.order.ShopTime;
import dev.kontor.connector.magento.order.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
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

  private static final int SELLER_AT_MOST = 2;

  JsonNode content(ShopQuote quote, JsonNode comments, @Nullable JsonNode company) {
    ObjectNode content = ((ObjectNode) quote.cart()).deepCopy();
    content.put("requested_at", ShopTime.of(quote.cart(), "created_at").toString());
    String lastDay = quote.lastDay();
    if (lastDay != null) {
      content.put("valid_until", until(lastDay));
    }
    JsonNode original = quote.quote().path("original_total_price");
    content.put("asked", original.isNumber() ? original.decimalValue() : BigDecimal.ZERO);
    if (quote.isOffered()) {
      content.put("offered", quote.proposed());
      for (JsonNode item : content.path("items")) {
        ((ObjectNode) item).set("offered_price", item.path("price"));
      }
    }
    String said = said(comments, quote.isOffered());
    if (said != null) {
      content.put("said", said);
    }
    if (company != null && content.path("customer") instanceof ObjectNode customer) {
      customer.set("company", company);
    }
    return content;
  }

  /** The offer holds to the end of its last day. */
  private String until(String lastDay) {
    try {
      return LocalDate.parse(lastDay.substring(0, Math.min(lastDay.length(), 10)))
          .plusDays(1)
          .atStartOfDay(zone)
          .toInstant()
          .toString();
    } catch (DateTimeParseException e) {
      throw QuoteWriter.wrong("expiration_period", "is no day of the shop; read the quote again");
    }
  }

  /** The buyer's last words, or with an offer the seller's. */
  private static @Nullable String said(JsonNode comments, boolean bySeller) {
    String said = null;
    for (JsonNode comment : comments) {
      boolean seller = comment.path("creator_type").asInt(0) <= SELLER_AT_MOST;
      if (seller == bySeller && Text.text(comment.path("comment")) != null) {
        said = comment.path("comment").asString("");
      }
    }
    return said;
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
