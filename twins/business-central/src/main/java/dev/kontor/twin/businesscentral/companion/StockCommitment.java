package dev.kontor.twin.businesscentral.companion;

import dev.kontor.twin.businesscentral.master.ItemUnits;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.supply.Purchases;
import dev.kontor.twin.businesscentral.supply.Reservations;
import dev.kontor.twin.businesscentral.supply.Transfers;
import dev.kontor.twin.kit.odata.Rules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** What open documents will take from stock or bring to it, in base units. */
final class StockCommitment implements Rules {
  private final Records records;

  StockCommitment(Records records) {
    this.records = records;
  }

  @Override
  public Optional<List<ObjectNode>> computed(String scope, String parent) {
    Map<StockKey, ObjectNode> sums = new TreeMap<>();
    records.all("salesOrderLines").forEach(line -> ordered(sums, line));
    new Purchases(records).all().forEach(purchase -> expected(sums, purchase));
    new Transfers(records).all().forEach(transfer -> moving(sums, transfer));
    new Reservations(records).all().forEach(reservation -> reserved(sums, reservation));
    return Optional.of(List.copyOf(sums.values()));
  }

  private void ordered(Map<StockKey, ObjectNode> sums, ObjectNode line) {
    if (open(line).signum() != 0) {
      add(row(sums, StockKey.of(line, records)), "quantityOnSalesOrders", open(line));
    }
  }

  /** What of an item's line is to be shipped, in base units. */
  private BigDecimal open(ObjectNode line) {
    return Records.text(line, "lineType").equals("Item")
        ? OutstandingOrders.quantity(line).multiply(new ItemUnits(records).perUnit(line))
        : BigDecimal.ZERO;
  }

  private static void expected(Map<StockKey, ObjectNode> sums, ObjectNode purchase) {
    BigDecimal open = Purchases.outstanding(purchase);
    if (open.signum() != 0) {
      ObjectNode row = row(sums, StockKey.of(purchase));
      add(row, "quantityOnPurchaseOrders", open);
      receive(row, Records.text(purchase, "expectedReceiptDate"));
    }
  }

  private static void moving(Map<StockKey, ObjectNode> sums, ObjectNode transfer) {
    BigDecimal outstanding = Transfers.outstanding(transfer);
    BigDecimal arriving = outstanding.add(Transfers.inTransit(transfer));
    if (outstanding.signum() != 0) {
      add(row(sums, at(transfer, "fromLocationCode")), "quantityOnTransfersOut", outstanding);
    }
    if (arriving.signum() != 0) {
      ObjectNode row = row(sums, at(transfer, "toLocationCode"));
      add(row, "quantityOnTransfersIn", arriving);
      receive(row, Records.text(transfer, "receiptDate"));
    }
  }

  /** A reservation for an order holds at most what of it is still to be shipped. */
  private void reserved(Map<StockKey, ObjectNode> sums, ObjectNode reservation) {
    StockKey key = StockKey.of(reservation);
    String order = Records.text(reservation, "salesOrder");
    BigDecimal quantity = Records.number(reservation, "quantity");
    if (!order.isEmpty()) {
      quantity = quantity.min(open(order, key));
    }
    if (quantity.signum() != 0) {
      ObjectNode row = row(sums, key);
      add(row, "reservedQuantity", quantity);
      add(row, "reservedForOthers", order.isEmpty() ? quantity : BigDecimal.ZERO);
    }
  }

  private BigDecimal open(String order, StockKey key) {
    return records.by("salesOrders", "number", order).stream()
        .flatMap(
            header ->
                records
                    .matching("salesOrderLines", "documentId", Records.text(header, "id"))
                    .stream())
        .filter(line -> StockKey.of(line, records).equals(key))
        .map(this::open)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static StockKey at(ObjectNode transfer, String end) {
    return new StockKey(
        Records.text(transfer, "itemNumber"),
        Records.text(transfer, "variantCode"),
        Records.text(transfer, end));
  }

  private static ObjectNode row(Map<StockKey, ObjectNode> sums, StockKey key) {
    return sums.computeIfAbsent(key, StockKey::row);
  }

  private static void receive(ObjectNode row, String day) {
    String known = Records.text(row, "nextReceiptDate");
    if (!day.isEmpty() && (known.isEmpty() || day.compareTo(known) < 0)) {
      row.put("nextReceiptDate", day);
    }
  }

  static void add(ObjectNode row, String field, BigDecimal quantity) {
    row.put(field, Records.number(row, field).add(quantity));
  }
}
