package dev.kontor.connector.shopware.api;

import dev.kontor.spi.Fault;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row to write and the documents that need it.
 *
 * @param gone what it means that the shop has no such row, null for one that may be new
 * @param owners the documents by their place in the batch
 */
record SyncRow(String entity, ObjectNode row, @Nullable Fault gone, Set<Integer> owners) {

  /** Rows that are documents themselves; of any other a field is named with its entity. */
  private static final Set<String> DOCUMENTS = Set.of("order", "product", "customer");

  /** The same for two writes to one row; a row that joins two others has no id of its own. */
  String key() {
    return entity + " " + (row.has("id") ? ShopRow.id(row) : row);
  }

  SyncRow forAlso(Set<Integer> others) {
    Set<Integer> all = new TreeSet<>(owners);
    all.addAll(others);
    return new SyncRow(entity, row, gone, all);
  }

  /**
   * What it means that the shop blames a field that was not sent: it took the row for a new one.
   */
  Fault lost() {
    return gone == null
        ? new Fault.Conflict("a " + entity + " of it was deleted in the shop while it was written")
        : gone;
  }

  /** The field as the document's reader knows it. */
  String field(String path) {
    String field = path.replace('/', '.');
    return DOCUMENTS.contains(entity) ? field : entity + "." + field;
  }

  boolean isOfAny(Set<Integer> documents) {
    return owners.stream().anyMatch(documents::contains);
  }
}
