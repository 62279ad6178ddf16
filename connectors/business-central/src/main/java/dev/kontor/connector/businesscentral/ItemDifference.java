package dev.kontor.connector.businesscentral;

import dev.kontor.spi.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an item has otherwise than it is to have. Variants are added and renamed, never taken away;
 * an item's number is for ever.
 *
 * @param fields to change
 * @param added variants to insert
 * @param renamed variants by the row that is there
 * @param told every difference, for people
 */
record ItemDifference(
    ObjectNode fields,
    List<JsonNode> added,
    Map<JsonNode, JsonNode> renamed,
    List<Standing.Field> told) {

  private static final String DESCRIPTION = "description";

  /**
   * @param item as read, with its variants and what is joined to it
   * @param wanted as prepared
   */
  static ItemDifference of(JsonNode item, JsonNode wanted) {
    ItemDifference difference =
        new ItemDifference(
            Json.object(), new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
    for (Map.Entry<String, JsonNode> field : wanted.properties()) {
      switch (field.getKey()) {
        case ItemPreparation.NUMBER -> {}
        case ItemPreparation.VARIANTS -> difference.variants(item, field.getValue());
        case Join.FIELD -> difference.joined(item, field.getValue());
        default -> difference.field(item, field.getKey(), field.getValue());
      }
    }
    return difference;
  }

  private void field(JsonNode item, String name, JsonNode wanted) {
    if (!Json.same(item.path(name), wanted)) {
      fields.set(name, wanted);
      tell(name, wanted, item.path(name));
    }
  }

  private void variants(JsonNode item, JsonNode wanted) {
    for (JsonNode variant : wanted) {
      JsonNode there = variant(item, Json.text(variant, "code", ""));
      if (there == null) {
        added.add(variant);
        tell(ItemPreparation.VARIANTS, variant.path("code"), Json.object());
      } else if (!Json.same(there.path(DESCRIPTION), variant.path(DESCRIPTION))) {
        renamed.put(there, variant);
        tell(ItemPreparation.VARIANTS, variant.path(DESCRIPTION), there.path(DESCRIPTION));
      }
    }
  }

  private static @Nullable JsonNode variant(JsonNode item, String code) {
    return item.path(ItemPreparation.VARIANTS)
        .valueStream()
        .filter(variant -> code.equalsIgnoreCase(Json.text(variant, "code", "")))
        .findFirst()
        .orElse(null);
  }

  /** Written to the pages themselves. */
  private void joined(JsonNode item, JsonNode wanted) {
    wanted
        .properties()
        .forEach(
            page -> {
              JsonNode there = item.path(Join.FIELD).path(page.getKey());
              page.getValue().properties().stream()
                  .filter(field -> !Json.same(there.path(field.getKey()), field.getValue()))
                  .forEach(
                      field ->
                          tell(
                              Join.FIELD + "." + page.getKey() + "." + field.getKey(),
                              field.getValue(),
                              there.path(field.getKey())));
            });
  }

  private void tell(String name, JsonNode wanted, JsonNode there) {
    told.add(new Standing.Field(name, wanted.asString(""), there.asString("")));
  }

  /** Whether the item's own record has to change, or its variants. */
  boolean isOfItem() {
    return !fields.isEmpty() || !added.isEmpty() || !renamed.isEmpty();
  }
}
