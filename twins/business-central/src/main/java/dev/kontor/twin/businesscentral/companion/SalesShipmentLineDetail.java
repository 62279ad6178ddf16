package dev.kontor.twin.businesscentral.companion;

import dev.kontor.twin.businesscentral.records.Records;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Lines of posted shipments with their order, item and variant. */
final class SalesShipmentLineDetail {
  private static final Map<String, String> NAMES =
      Map.of(
          "documentNumber", "documentNo",
          "lineNumber", "sequence",
          "orderLineNumber", "sequence",
          "orderNumber", "_orderNumber");

  private SalesShipmentLineDetail() {}

  static View page(Records records) {
    return new View(NAMES, row -> filled(records, row));
  }

  private static ObjectNode filled(Records records, ObjectNode row) {
    boolean item = Records.text(row, "lineType").equals("Item");
    String variant = records.codeOf("itemVariants", Records.text(row, "itemVariantId"));
    return row.put("itemNumber", item ? Records.text(row, "lineObjectNumber") : "")
        .put("variantCode", variant);
  }
}
