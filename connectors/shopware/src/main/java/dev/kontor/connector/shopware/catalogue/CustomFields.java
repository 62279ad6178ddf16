package dev.kontor.connector.shopware.catalogue;

import dev.kontor.connector.shopware.api.Fields;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Custom fields of an article that an overlay sets; those of others are left alone. */
final class CustomFields {

  static final String NAME = "customFields";

  private static final String PREFIX = NAME + ".";

  private CustomFields() {}

  /**
   * By technical name.
   *
   * @throws dev.kontor.spi.FaultException naming one that is the hub's own
   */
  static Map<String, JsonNode> of(Fields fields) {
    Map<String, JsonNode> set = new TreeMap<>();
    fields.node().properties().stream()
        .filter(field -> !field.getValue().isNull())
        .forEach(field -> set.put(field.getKey(), field.getValue()));
    for (String own : Set.of(Owned.FIELD, PricedByList.FIELD)) {
      if (set.containsKey(own)) {
        throw fields.wrong(own, "is the hub's own custom field; correct the overlay");
      }
    }
    return set;
  }

  /** The shop merges them by name; one that is not set any more is emptied. */
  static void put(ObjectNode row, Map<String, JsonNode> set, Owned before, Set<String> stated) {
    set.forEach((name, value) -> row.withObjectProperty(NAME).set(name, value));
    set.keySet().forEach(name -> stated.add(PREFIX + name));
    before.fields().stream()
        .filter(field -> field.startsWith(PREFIX) && !stated.contains(field))
        .forEach(gone -> row.withObjectProperty(NAME).putNull(gone.substring(PREFIX.length())));
  }
}
