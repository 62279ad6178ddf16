package dev.kontor.twin.magento.catalog;

import dev.kontor.twin.magento.data.Row;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/**
 * The special price of a product.
 *
 * @param price empty for none
 * @param from the moment it begins, empty for always
 * @param to the moment it ends, empty for never
 */
record SpecialPrice(String price, String from, String to) {

  static SpecialPrice of(JsonNode product) {
    JsonNode custom = product.path("_custom");
    return new SpecialPrice(
        Row.text(custom, "special_price"),
        Row.text(custom, "special_from_date"),
        Row.text(custom, "special_to_date"));
  }

  /** Where it holds and is less, else the usual one. */
  BigDecimal or(BigDecimal usual, String now) {
    boolean holds =
        !price.isEmpty()
            && (from.isEmpty() || from.compareTo(now) <= 0)
            && (to.isEmpty() || now.compareTo(to) <= 0);
    return holds ? usual.min(new BigDecimal(price)) : usual;
  }
}
