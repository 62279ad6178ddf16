package dev.kontor.twin.businesscentral.companion;

import dev.kontor.twin.kit.Json;
import java.util.Comparator;
import tools.jackson.databind.node.ObjectNode;

/** Where stock lies or is wanted. */
record StockKey(String item, String variant, String location) implements Comparable<StockKey> {
  private static final Comparator<StockKey> ORDER =
      Comparator.comparing(StockKey::item)
          .thenComparing(StockKey::variant)
          .thenComparing(StockKey::location);

  @Override
  public int compareTo(StockKey other) {
    return ORDER.compare(this, other);
  }

  ObjectNode row() {
    return Json.object()
        .put("itemNumber", item)
        .put("variantCode", variant)
        .put("locationCode", location);
  }
}
