package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.order.OpenPieces;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One of the products among which buyers choose.
 *
 * @param chosen ids of the values that tell it from its siblings, by the code of their attribute
 */
record Child(Wanted product, Map<String, String> chosen) {

  String key() {
    return OpenPieces.key(product.sku());
  }

  /** Whether the shop has it with the very values. */
  boolean isSettled(@Nullable JsonNode row) {
    if (row == null) {
      return false;
    }
    Map<String, JsonNode> there = Wanted.attributes(row);
    return chosen.entrySet().stream()
        .allMatch(
            one ->
                there.containsKey(one.getKey())
                    && there.get(one.getKey()).asString("").equals(one.getValue()));
  }
}
