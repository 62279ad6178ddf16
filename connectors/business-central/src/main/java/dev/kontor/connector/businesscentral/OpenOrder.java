package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * An open sales order as the stock rule needs it.
 *
 * @param lines of items with pieces still to be shipped
 */
record OpenOrder(String id, String number, String version, List<Line> lines) {

  /** Pieces of an item still to be shipped, in the line's unit of measure. */
  record Line(String item, BigDecimal pieces, String unit) {}

  /** Lines can only be read through their order (business-central/behaviours.md §3). */
  static final ODataQuery QUERY =
      ODataQuery.of("salesOrders")
          .select(List.of("id", "number", "lastModifiedDateTime"))
          .expand(
              "salesOrderLines($select=lineType,lineObjectNumber,quantity,shippedQuantity,"
                  + "unitOfMeasureCode)");

  static OpenOrder of(JsonNode order) {
    List<Line> lines = new ArrayList<>();
    for (JsonNode line : order.path("salesOrderLines")) {
      BigDecimal open =
          Json.number(line, "quantity").subtract(Json.number(line, "shippedQuantity"));
      String item = Json.text(line, "lineObjectNumber");
      if (item != null && Json.option(line, "lineType").equals("Item") && open.signum() > 0) {
        lines.add(new Line(item, open, Json.text(line, "unitOfMeasureCode", "")));
      }
    }
    return new OpenOrder(
        Json.text(order, "id", ""),
        Json.text(order, "number", ""),
        Documents.version(order),
        List.copyOf(lines));
  }
}
