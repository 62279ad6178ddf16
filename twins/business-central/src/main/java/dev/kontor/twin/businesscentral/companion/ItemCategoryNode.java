package dev.kontor.twin.businesscentral.companion;

import dev.kontor.twin.businesscentral.records.Records;
import java.util.Map;

/** Item categories as a tree. */
final class ItemCategoryNode {
  private ItemCategoryNode() {}

  static View page(Records records) {
    return new View(
        Map.of("description", "displayName"),
        row -> row.put("indentation", depth(records, Records.text(row, "parentCode"))));
  }

  // Categories above this one.
  private static int depth(Records records, String parent) {
    return records
        .by("itemCategories", "code", parent)
        .map(category -> 1 + depth(records, Records.text(category, "parentCode")))
        .orElse(parent.isEmpty() ? 0 : 1);
  }
}
