package dev.kontor.engine.capture;

import dev.kontor.engine.ledger.Payloads;
import dev.kontor.engine.vault.PayloadClass;
import dev.kontor.model.Order;
import java.sql.Connection;
import java.sql.SQLException;
import tools.jackson.databind.JsonNode;

/**
 * An order as its shop shows it.
 *
 * @param content native
 * @param order the same in the model
 * @param hash keyed hash of what the target is told about it
 */
record Snapshot(JsonNode content, Order order, byte[] hash) {

  /**
   * @return the payload's id
   */
  long store(Connection connection, Payloads payloads) throws SQLException {
    return payloads.put(connection, PayloadClass.DOCUMENT, order.customer().matchKey(), content);
  }
}
