package dev.kontor.twin.businesscentral.companion;

import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.odata.Row;
import dev.kontor.twin.kit.odata.Rules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** The item ledger summed by item, variant and location. */
final class StockByLocation implements Rules {
  private final Records records;

  StockByLocation(Records records) {
    this.records = records;
  }

  @Override
  public Optional<List<ObjectNode>> computed(String scope, String parent) {
    Map<StockKey, ObjectNode> sums = new TreeMap<>();
    for (Row stored : records.rows().all(records.company(), "itemLedgerEntries")) {
      ObjectNode entry = stored.data();
      StockKey key =
          new StockKey(
              Records.text(entry, "itemNumber"),
              Records.text(entry, "_variant"),
              Records.text(entry, "_location"));
      ObjectNode row = sums.computeIfAbsent(key, StockKey::row);
      row.put("inventory", Records.number(row, "inventory").add(Records.number(entry, "quantity")));
      row.set("lastEntryNumber", entry.path("entryNumber"));
    }
    return Optional.of(List.copyOf(sums.values()));
  }
}
