package dev.kontor.engine.capture;

import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.KnownEvent;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger has of some orders.
 *
 * @param events by order, oldest first
 * @param takers by order, the other flow that has it
 */
record KnownOrders(Map<String, List<KnownEvent>> events, Map<String, String> takers) {

  /**
   * One of them.
   *
   * @param events oldest first
   * @param taker name of another flow that has it, null if none has
   */
  record One(List<KnownEvent> events, @Nullable String taker) {}

  static KnownOrders read(
      DataSource database, OrderEventStore events, FlowLine line, List<String> ids) {
    return new KnownOrders(
        Transactions.single(database, c -> events.known(c, line.name(), line.from().name(), ids)),
        line.rivals().isEmpty()
            ? Map.of()
            : Transactions.single(database, c -> OrderClaim.takers(c, events, line, ids)));
  }

  /** Whether the flow has read the order before. */
  boolean has(String id) {
    return events.containsKey(id);
  }

  One of(String id) {
    return new One(events.getOrDefault(id, List.of()), takers.get(id));
  }
}
