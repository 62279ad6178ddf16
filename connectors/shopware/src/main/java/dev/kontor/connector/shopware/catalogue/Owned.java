package dev.kontor.connector.shopware.catalogue;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the hub has given a product, kept in a custom field of it: of the shop's lists only these
 * entries are taken away again, what people added stays.
 *
 * @param fields fields of the product that came from the source
 */
record Owned(
    Set<String> categories, Set<String> properties, Set<String> variants, Set<String> fields) {

  /** Custom field of the product. */
  static final String FIELD = "kontor_owned";

  private static final Map<String, String> ATTRIBUTES =
      Map.of("ean", "gtin", "weight", "weight", "manufacturerId", "manufacturer", "unitId", "unit");

  /** Nothing for a product that is new or was never written by the hub. */
  static Owned of(@Nullable JsonNode product) {
    JsonNode owned =
        product == null
            ? JsonNodeFactory.instance.objectNode()
            : product.path("customFields").path(FIELD);
    return new Owned(
        texts(owned.path("categories")),
        texts(owned.path("properties")),
        texts(owned.path("variants")),
        texts(owned.path("fields")));
  }

  /** Fields from the source that are the shop's word by now: they stay as they are. */
  Set<String> kept(Article article) {
    Set<String> kept = new TreeSet<>();
    for (String field : fields) {
      String attribute = field.contains(".") ? "variants" : ATTRIBUTES.getOrDefault(field, "");
      if (article.leaves(attribute) && !field.startsWith(CustomFields.NAME)) {
        kept.add(field);
      }
    }
    return kept;
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    put(json, "categories", categories);
    put(json, "properties", properties);
    put(json, "variants", variants);
    put(json, "fields", fields);
    return json;
  }

  private static void put(ObjectNode json, String name, Collection<String> texts) {
    ArrayNode list = json.putArray(name);
    texts.forEach(list::add);
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new TreeSet<>();
    list.forEach(text -> texts.add(text.asString("")));
    return texts;
  }
}
