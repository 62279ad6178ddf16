package dev.kontor.connector.shopware.api;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The operations of one sync call by their key, such as {@code upsert_product}. */
record SyncOperations(Map<String, SyncOperation> byKey) {

  /** What others refer to comes first. */
  private static final List<String> ORDER =
      List.of(
          "unit",
          "product_manufacturer",
          "property_group",
          "property_group_option",
          "category",
          "rule",
          "media",
          "product");

  /** Of the rows that any of the documents needs. */
  static SyncOperations of(Set<Integer> documents, List<SyncRow> upserts, List<SyncRow> deletes) {
    SyncOperations operations = new SyncOperations(new LinkedHashMap<>());
    operations.add("upsert", documents, upserts);
    operations.add("delete", documents, deletes);
    return operations;
  }

  private void add(String action, Set<Integer> documents, List<SyncRow> rows) {
    rows.stream()
        .filter(row -> row.isOfAny(documents))
        .sorted(Comparator.comparingInt(SyncOperations::place))
        .forEach(row -> of(action, row.entity()).rows().add(row));
  }

  private SyncOperation of(String action, String entity) {
    return byKey.computeIfAbsent(action + "_" + entity, key -> new SyncOperation(action, entity));
  }

  private static int place(SyncRow row) {
    int place = ORDER.indexOf(row.entity());
    return place < 0 ? ORDER.size() : place;
  }

  ArrayNode body() {
    ArrayNode body = JsonNodeFactory.instance.arrayNode();
    byKey.forEach((key, operation) -> operation.write(body.addObject().put("key", key)));
    return body;
  }
}
