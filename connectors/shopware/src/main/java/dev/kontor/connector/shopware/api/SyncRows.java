package dev.kontor.connector.shopware.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows in the order they were put. One that is put again unchanged, for another document, is sent
 * once; one that another came after is sent again, so that the shop is left with the last.
 */
final class SyncRows {

  private final List<SyncRow> all = new ArrayList<>();
  private final Map<String, Integer> latest = new HashMap<>();

  void put(SyncRow row) {
    Integer place = latest.get(row.key());
    if (place != null && all.get(place).row().equals(row.row())) {
      all.set(place, all.get(place).forAlso(row.owners()));
    } else {
      latest.put(row.key(), all.size());
      all.add(row);
    }
  }

  List<SyncRow> all() {
    return all;
  }
}
