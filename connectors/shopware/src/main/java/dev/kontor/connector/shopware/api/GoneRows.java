package dev.kontor.connector.shopware.api;

import dev.kontor.spi.Fault;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows that were to be in the shop and are not. It takes such a row for a new one, and the right to
 * create is not asked for: one missing row must not look like a missing right.
 */
final class GoneRows {

  private final ShopwareApi api;
  private final SyncOperations operations;

  GoneRows(ShopwareApi api, SyncOperations operations) {
    this.api = api;
    this.operations = operations;
  }

  /** By document; one search for 500 rows of an entity. */
  Map<Integer, Fault> faults() {
    Map<Integer, Fault> faults = new HashMap<>();
    for (SyncOperation operation : operations.byKey().values()) {
      List<SyncRow> expected = operation.rows().stream().filter(row -> row.gone() != null).toList();
      Set<String> there = there(operation.entity(), expected);
      expected.stream()
          .filter(row -> !there.contains(ShopRow.id(row.row())))
          .forEach(row -> row.owners().forEach(one -> faults.putIfAbsent(one, row.lost())));
    }
    return faults;
  }

  private Set<String> there(String entity, List<SyncRow> rows) {
    Set<String> there = new HashSet<>();
    for (List<String> some : Criteria.pages(rows.stream().map(r -> ShopRow.id(r.row())).toList())) {
      Criteria criteria = new Criteria(Criteria.MAX_LIMIT).ids(some).include(entity, List.of("id"));
      api.search(entity.replace('_', '-'), criteria).forEach(row -> there.add(ShopRow.id(row)));
    }
    return there;
  }
}
