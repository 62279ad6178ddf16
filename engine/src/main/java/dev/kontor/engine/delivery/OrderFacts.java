package dev.kontor.engine.delivery;

import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.crossref.CrossrefStore;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.OrderDecision;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.model.EntityType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the ledger knows about the orders of one batch.
 *
 * @param there their documents in the target, by the order's id
 * @param latest the last word on whether an order stands, by the order's id
 */
record OrderFacts(Map<String, Crossref> there, Map<String, String> latest) {

  private static final List<String> WORDS =
      List.of(OrderDecision.CREATED, OrderDecision.CANCELLED, OrderDecision.REOPENED);

  static OrderFacts read(
      Connection connection,
      CrossrefStore crossrefs,
      LedgerStore ledger,
      FlowLine line,
      List<String> orders)
      throws SQLException {
    return read(connection, crossrefs, ledger, line, line.name(), orders);
  }

  /**
   * @param flow that of the orders, whose events tell of them
   */
  static OrderFacts read(
      Connection connection,
      CrossrefStore crossrefs,
      LedgerStore ledger,
      FlowLine line,
      String flow,
      List<String> orders)
      throws SQLException {
    String source = line.from().name();
    Map<String, Crossref> there =
        crossrefs.find(connection, source, EntityType.ORDER, orders, line.to().name()).stream()
            .collect(Collectors.toMap(Crossref::sourceId, Function.identity()));
    return new OrderFacts(there, ledger.latest(connection, flow, source, orders, WORDS));
  }

  Optional<Crossref> inTarget(String order) {
    return Optional.ofNullable(there.get(order));
  }

  /** Whether the shop has cancelled it since it was first sent, with whatever outcome. */
  boolean isCancelled(String order) {
    return OrderDecision.CANCELLED.equals(latest.get(order));
  }
}
