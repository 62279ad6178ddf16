package dev.kontor.twin.magento.sales;

import dev.kontor.twin.magento.data.Row;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The {@code items: [{order_item_id, qty}]} of a document; none means all that is open. */
final class Wishes {
  private final Map<Long, BigDecimal> byItem = new LinkedHashMap<>();

  Wishes(JsonNode items) {
    items.forEach(
        i -> byItem.merge(Row.number(i, "order_item_id"), Row.amount(i, "qty"), BigDecimal::add));
  }

  boolean all() {
    return byItem.isEmpty();
  }

  /** What is wished of an item of which this much is open. */
  BigDecimal of(long itemId, BigDecimal open) {
    return all() ? open : byItem.getOrDefault(itemId, BigDecimal.ZERO);
  }
}
