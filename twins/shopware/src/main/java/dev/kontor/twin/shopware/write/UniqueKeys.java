package dev.kontor.twin.shopware.write;

import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values that no two rows of an entity share: unique keys of the shop's tables (its migrations).
 */
final class UniqueKeys {
  private record Key(String index, List<String> fields) {}

  private static final Map<String, Key> KEYS =
      Map.of(
          "product",
          new Key("product_number__version_id", List.of("productNumber")),
          "product_configurator_setting",
          new Key("prod_id__vers_id__prop_group_opt_id", List.of("productId", "optionId")),
          "product_visibility",
          new Key("product_id__sales_channel_id", List.of("productId", "salesChannelId")),
          "custom_field",
          new Key("custom_field.name", List.of("name")),
          "custom_field_set_relation",
          new Key(
              "custom_field_set_relation.entity_name", List.of("customFieldSetId", "entityName")));

  private final Tables tables;

  UniqueKeys(Tables tables) {
    this.tables = tables;
  }

  /**
   * Throws ApiError when another row has what was written to this one; nothing when it is gone
   * again.
   */
  void verify(String entity, String id, ObjectNode written) {
    Key key = KEYS.get(entity);
    if (key != null && key.fields().stream().anyMatch(written::has)) {
      tables.find(entity, id).ifPresent(row -> verify(entity, key, row));
    }
  }

  private void verify(String entity, Key key, ObjectNode row) {
    if (alike(entity, key, row) > 1) {
      throw taken(entity, key, row);
    }
  }

  private long alike(String entity, Key key, ObjectNode row) {
    String first = key.fields().getFirst();
    return tables.where(entity, first, Values.required(row, first)).stream()
        .filter(other -> key.fields().stream().allMatch(f -> same(row, other, f)))
        .count();
  }

  private static boolean same(ObjectNode one, ObjectNode other, String field) {
    return Values.required(one, field).equalsIgnoreCase(Values.required(other, field));
  }

  private static ApiError taken(String entity, Key key, ObjectNode row) {
    return switch (entity) {
      case "product" -> Writes.duplicateNumber(Values.required(row, "productNumber"));
      case "product_configurator_setting" -> Writes.optionExists();
      default -> Writes.duplicateEntry(entity, key.index(), Values.required(row, "id"));
    };
  }
}
