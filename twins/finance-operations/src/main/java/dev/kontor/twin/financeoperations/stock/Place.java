package dev.kontor.twin.financeoperations.stock;

import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.Records;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An article in a warehouse.
 *
 * @param dimensions product dimensions in the order of {@link #DIMENSIONS}
 */
public record Place(
    String company, String item, List<String> dimensions, String site, String warehouse) {
  public static final String SOURCE = "WarehousesOnHandV2";

  /** In the order of the keys of WarehousesOnHandV2. */
  public static final List<String> DIMENSIONS =
      List.of(
          "ProductColorId",
          "ProductConfigurationId",
          "ProductSizeId",
          "ProductStyleId",
          "ProductVersionId");

  /** Where a sales line takes its goods from. */
  public static Place ofLine(ObjectNode line) {
    return new Place(
        text(line, "dataAreaId"),
        text(line, "ItemNumber"),
        dimensions(line),
        text(line, "ShippingSiteId"),
        text(line, "ShippingWarehouseId"));
  }

  public static List<String> dimensions(JsonNode row) {
    return DIMENSIONS.stream().map(d -> text(row, d)).toList();
  }

  /** The keys of the on-hand row. */
  String[] key() {
    String[] key = new String[8];
    key[0] = item;
    for (int i = 0; i < DIMENSIONS.size(); i++) {
      key[i + 1] = dimensions.get(i);
    }
    key[6] = site;
    key[7] = warehouse;
    return key;
  }

  ObjectNode row(Records records) {
    return records
        .find(company, SOURCE, key())
        .orElseGet(
            () -> {
              ObjectNode row =
                  records
                      .blank(company, SOURCE)
                      .put("ItemNumber", item)
                      .put("InventorySiteId", site)
                      .put("InventoryWarehouseId", warehouse);
              for (int i = 0; i < DIMENSIONS.size(); i++) {
                row.put(DIMENSIONS.get(i), dimensions.get(i));
              }
              records
                  .find(company, "products", item)
                  .ifPresent(p -> row.put("ProductName", text(p, "ProductSearchName")));
              return row;
            });
  }
}
