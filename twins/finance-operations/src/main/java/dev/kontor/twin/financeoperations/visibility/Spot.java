package dev.kontor.twin.financeoperations.visibility;

import static dev.kontor.twin.financeoperations.records.Records.text;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A product of a company with its dimensions, as the add-in names them.
 *
 * @param dimensions always with siteId and locationId; empty ones are left out
 */
record Spot(String organization, String product, Map<String, String> dimensions) {
  private static final List<String> PARTITION = List.of("siteId", "locationId");

  /** The add-in's name ← the on-hand entity's. */
  private static final Map<String, String> NAMES =
      Map.of(
          "siteId", "InventorySiteId",
          "locationId", "InventoryWarehouseId",
          "colorId", "ProductColorId",
          "sizeId", "ProductSizeId",
          "styleId", "ProductStyleId",
          "configId", "ProductConfigurationId",
          "versionId", "ProductVersionId");

  /** Throws IllegalArgumentException where something is missing or unknown. */
  static Spot of(JsonNode body) {
    Map<String, String> dimensions = new TreeMap<>();
    body.path("dimensions")
        .properties()
        .forEach(p -> put(dimensions, p.getKey(), p.getValue().asString("")));
    if (!dimensions.keySet().containsAll(PARTITION)) {
      throw new IllegalArgumentException("The dimensions siteId and locationId are needed.");
    }
    return new Spot(
        text(body, "organizationId").toLowerCase(java.util.Locale.ROOT),
        text(body, "productId"),
        dimensions);
  }

  /** Of a row of on-hand stock. */
  static Spot ofRow(ObjectNode row) {
    Map<String, String> dimensions = new TreeMap<>();
    NAMES.forEach((name, field) -> put(dimensions, name, text(row, field)));
    return new Spot(text(row, "dataAreaId"), text(row, "ItemNumber"), dimensions);
  }

  private static void put(Map<String, String> dimensions, String name, String value) {
    if (!NAMES.containsKey(name)) {
      throw new IllegalArgumentException("There is no dimension " + name + ".");
    }
    if (!value.isEmpty()) {
      dimensions.put(name, value);
    }
  }

  /** The same without dimensions nobody asks for; site and location stay. */
  Spot grouped(List<String> by) {
    Map<String, String> kept = new TreeMap<>(dimensions);
    kept.keySet().removeIf(name -> !PARTITION.contains(name) && !by.contains(name));
    return new Spot(organization, product, kept);
  }
}
