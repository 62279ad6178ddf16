package dev.kontor.twin.magento.sales;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Addresses of an order. */
final class AddressRows {
  private static final List<String> TEXTS =
      List.of(
          "prefix",
          "firstname",
          "middlename",
          "lastname",
          "suffix",
          "company",
          "postcode",
          "city",
          "country_id",
          "telephone",
          "fax",
          "vat_id");

  /** Some regions as Magento numbers them. */
  private static final Map<String, Map.Entry<String, Long>> REGIONS =
      Map.of("Bayern", Map.entry("BAY", 81L), "Zug", Map.entry("ZG", 128L));

  private final Tables tables;

  AddressRows(Tables tables) {
    this.tables = tables;
  }

  /** An address of an order, as typed or as a customer has saved it. */
  ObjectNode row(ObjectNode order, String type, JsonNode given, String email) {
    ObjectNode row =
        Json.object()
            .put("address_type", type)
            .put("email", email)
            .put("entity_id", tables.next("address"))
            .put("parent_id", Row.number(order, "entity_id"));
    TEXTS.stream().filter(given::hasNonNull).forEach(t -> row.set(t, given.get(t)));
    JsonNode street = given.path("street");
    row.set("street", street.isArray() ? street : Json.array().add(street.asString("")));
    region(row, given);
    return row;
  }

  private static void region(ObjectNode row, JsonNode given) {
    String name = Row.text(given, "region");
    if (!name.isEmpty()) {
      var known = REGIONS.get(name);
      row.put("region", name);
      if (known != null) {
        row.put("region_code", known.getKey()).put("region_id", known.getValue());
      }
    } else if (given.has("customer_id")) {
      row.put("region_id", 0);
    }
  }
}
