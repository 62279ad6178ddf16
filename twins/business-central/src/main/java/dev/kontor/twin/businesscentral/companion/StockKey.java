package dev.kontor.twin.businesscentral.companion;

import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.Json;
import java.util.Comparator;
import tools.jackson.databind.node.ObjectNode;

/** Where stock lies or is wanted. */
record StockKey(String item, String variant, String location) implements Comparable<StockKey> {
  private static final Comparator<StockKey> ORDER =
      Comparator.comparing(StockKey::item)
          .thenComparing(StockKey::variant)
          .thenComparing(StockKey::location);

  /** Where a row with a key of its own belongs. */
  static StockKey of(ObjectNode row) {
    return new StockKey(
        Records.text(row, "itemNumber"),
        Records.text(row, "variantCode"),
        Records.text(row, "locationCode"));
  }

  /** Where the goods of a document line come from. */
  static StockKey of(ObjectNode line, Records records) {
    return new StockKey(
        Records.text(line, "lineObjectNumber"),
        records.codeOf("itemVariants", Records.text(line, "itemVariantId")),
        records.codeOf("locations", Records.text(line, "locationId")));
  }

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
