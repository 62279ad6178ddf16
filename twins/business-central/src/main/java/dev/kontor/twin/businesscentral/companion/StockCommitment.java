package dev.kontor.twin.businesscentral.companion;

import dev.kontor.twin.businesscentral.master.ItemUnits;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.odata.Rules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** What open documents will take from stock or bring to it, in base units. */
final class StockCommitment implements Rules {
  private static final List<String> PLANNED =
      List.of(
          "quantityOnPurchaseOrders",
          "quantityOnTransfersOut",
          "quantityOnTransfersIn",
          "reservedQuantity");
  private static final String ON_ORDERS = "quantityOnSalesOrders";

  private final Records records;

  StockCommitment(Records records) {
    this.records = records;
  }

  @Override
  public Optional<List<ObjectNode>> computed(String scope, String parent) {
    Map<StockKey, ObjectNode> sums = new TreeMap<>();
    for (ObjectNode line : records.all("salesOrderLines")) {
      BigDecimal open =
          Records.number(line, "quantity").subtract(Records.number(line, "shippedQuantity"));
      if (Records.text(line, "lineType").equals("Item") && open.signum() != 0) {
        add(
            sums.computeIfAbsent(key(line), StockKey::row),
            ON_ORDERS,
            open.multiply(perUnit(line)));
      }
    }
    for (ObjectNode planned : records.all("_planned")) {
      ObjectNode row =
          sums.computeIfAbsent(
              new StockKey(
                  Records.text(planned, "itemNumber"),
                  Records.text(planned, "variantCode"),
                  Records.text(planned, "locationCode")),
              StockKey::row);
      PLANNED.forEach(field -> add(row, field, Records.number(planned, field)));
      if (planned.has("nextReceiptDate")) {
        row.set("nextReceiptDate", planned.path("nextReceiptDate"));
      }
    }
    return Optional.of(List.copyOf(sums.values()));
  }

  private StockKey key(ObjectNode line) {
    return new StockKey(
        Records.text(line, "lineObjectNumber"),
        records.codeOf("itemVariants", Records.text(line, "itemVariantId")),
        records.codeOf("locations", Records.text(line, "locationId")));
  }

  private BigDecimal perUnit(ObjectNode line) {
    return new ItemUnits(records)
        .perUnit(Records.text(line, "lineObjectNumber"), Records.text(line, "unitOfMeasureCode"))
        .orElse(BigDecimal.ONE);
  }

  private static void add(ObjectNode row, String field, BigDecimal quantity) {
    row.put(field, Records.number(row, field).add(quantity));
  }
}
