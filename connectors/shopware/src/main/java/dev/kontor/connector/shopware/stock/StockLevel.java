package dev.kontor.connector.shopware.stock;

import dev.kontor.spi.Fault;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One stock to set.
 *
 * @param stock sellable pieces, from 6.6 on what the shop counts down at order time
 */
record StockLevel(String number, int stock) {

  /** What is wrong with the document, null if nothing. */
  static @Nullable Fault fault(JsonNode content) {
    if (content.path("productNumber").asString("").isBlank()) {
      return new Fault.Invalid("productNumber", "is missing", null);
    }
    try {
      new BigDecimal(content.path("stock").asString("")).intValueExact();
      return null;
    } catch (NumberFormatException e) {
      return new Fault.Invalid("stock", "is no number", null);
    } catch (ArithmeticException e) {
      return new Fault.Invalid(
          "stock", "must be a whole number within the shop's range; round down before", null);
    }
  }

  /** Of a document without fault. */
  static StockLevel of(JsonNode content) {
    return new StockLevel(
        content.path("productNumber").asString(),
        new BigDecimal(content.path("stock").asString()).intValueExact());
  }
}
