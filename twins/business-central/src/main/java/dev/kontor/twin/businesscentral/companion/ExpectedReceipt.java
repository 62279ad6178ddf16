package dev.kontor.twin.businesscentral.companion;

import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.supply.Purchases;
import dev.kontor.twin.kit.odata.Rules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** What purchase orders will still bring, summed by item, variant, location and day. */
final class ExpectedReceipt implements Rules {
  private static final String NO_DAY = "0001-01-01";

  private final Records records;

  ExpectedReceipt(Records records) {
    this.records = records;
  }

  @Override
  public Optional<List<ObjectNode>> computed(String scope, String parent) {
    Map<String, ObjectNode> sums = new TreeMap<>();
    for (ObjectNode purchase : new Purchases(records).all()) {
      if (Purchases.outstanding(purchase).signum() != 0) {
        StockKey place = StockKey.of(purchase);
        String day = purchase.path("expectedReceiptDate").asString(NO_DAY);
        ObjectNode row =
            sums.computeIfAbsent(place + day, key -> place.row().put("expectedReceiptDate", day));
        StockCommitment.add(row, "quantity", Purchases.outstanding(purchase));
      }
    }
    return Optional.of(List.copyOf(sums.values()));
  }
}
