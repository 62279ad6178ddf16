package dev.kontor.connector.magento.quote;

import dev.kontor.connector.magento.order.OpenPieces;
import dev.kontor.connector.magento.order.Text;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an answer is about, and its numbers. */
final class Asked {

  private Asked() {}

  /** By article number. */
  static Map<String, BigDecimal> pieces(JsonNode content) {
    Map<String, BigDecimal> pieces = new TreeMap<>();
    for (JsonNode line : content.path("lines")) {
      BigDecimal quantity = decimal(line, "quantity");
      pieces.merge(
          OpenPieces.key(line.path("sku").asString("")),
          quantity == null ? BigDecimal.ZERO : quantity.stripTrailingZeros(),
          BigDecimal::add);
    }
    return pieces;
  }

  static @Nullable BigDecimal decimal(JsonNode content, String field) {
    String text = Text.text(content.path(field));
    try {
      return text == null ? null : new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw QuoteWriter.wrong(field, "is no number; write it like 12.50");
    }
  }
}
