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

  private final Records records;

  StockCommitment(Records records) {
    this.records = records;
  }

  @Override
  public Optional<List<ObjectNode>> computed(String scope, String parent) {
    Map<StockKey, ObjectNode> sums = new TreeMap<>();
    records.all("salesOrderLines").forEach(line -> ordered(sums, line));
    records.all("_planned").forEach(planned -> planned(sums, planned));
    return Optional.of(List.copyOf(sums.values()));
  }

  private void ordered(Map<StockKey, ObjectNode> sums, ObjectNode line) {
    BigDecimal open = OutstandingOrders.quantity(line);
    if (Records.text(line, "lineType").equals("Item") && open.signum() != 0) {
      ObjectNode row = sums.computeIfAbsent(StockKey.of(line, records), StockKey::row);
      add(row, "quantityOnSalesOrders", open.multiply(new ItemUnits(records).perUnit(line)));
    }
  }

  private static void planned(Map<StockKey, ObjectNode> sums, ObjectNode planned) {
    ObjectNode row = sums.computeIfAbsent(StockKey.of(planned), StockKey::row);
    PLANNED.forEach(field -> add(row, field, Records.number(planned, field)));
    if (planned.has("nextReceiptDate")) {
      row.set("nextReceiptDate", planned.path("nextReceiptDate"));
    }
  }

  private static void add(ObjectNode row, String field, BigDecimal quantity) {
    row.put(field, Records.number(row, field).add(quantity));
  }
}
