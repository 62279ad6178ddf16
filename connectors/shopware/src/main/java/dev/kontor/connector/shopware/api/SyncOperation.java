package dev.kontor.connector.shopware.api;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows of one entity to which the same happens.
 *
 * @param action {@code upsert} or {@code delete}
 */
record SyncOperation(String action, String entity, List<SyncRow> rows) {

  SyncOperation(String action, String entity) {
    this(action, entity, new ArrayList<>());
  }

  void write(ObjectNode to) {
    to.put("action", action).put("entity", entity);
    ArrayNode payload = to.putArray("payload");
    rows.forEach(row -> payload.add(row.row()));
  }
}
