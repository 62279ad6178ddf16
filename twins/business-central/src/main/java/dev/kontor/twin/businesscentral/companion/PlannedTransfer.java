package dev.kontor.twin.businesscentral.companion;

import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.supply.Transfers;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.odata.Rules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** What transfer orders will still move, summed by item, variant, way and day. */
final class PlannedTransfer implements Rules {
  private static final List<String> KEY =
      List.of(
          "itemNumber",
          "variantCode",
          "fromLocationCode",
          "inTransitCode",
          "toLocationCode",
          "receiptDate");

  private final Records records;

  PlannedTransfer(Records records) {
    this.records = records;
  }

  @Override
  public Optional<List<ObjectNode>> computed(String scope, String parent) {
    Map<String, ObjectNode> sums = new TreeMap<>();
    for (ObjectNode transfer : new Transfers(records).all()) {
      BigDecimal outstanding = Transfers.outstanding(transfer);
      BigDecimal inTransit = Transfers.inTransit(transfer);
      if (outstanding.signum() != 0 || inTransit.signum() != 0) {
        ObjectNode way = Json.object();
        KEY.forEach(field -> way.put(field, Records.text(transfer, field)));
        if (Records.text(way, "receiptDate").isEmpty()) {
          way.put("receiptDate", "0001-01-01");
        }
        ObjectNode row = sums.computeIfAbsent(way.toString(), key -> way);
        StockCommitment.add(row, "outstandingQuantity", outstanding);
        StockCommitment.add(row, "quantityInTransit", inTransit);
      }
    }
    return Optional.of(List.copyOf(sums.values()));
  }
}
