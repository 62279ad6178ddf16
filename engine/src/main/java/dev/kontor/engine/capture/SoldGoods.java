package dev.kontor.engine.capture;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.crossref.CrossrefStore;
import dev.kontor.engine.delivery.Round;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.LaneKey;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.stock.DemandStore;
import dev.kontor.model.LineKind;
import dev.kontor.model.Order;
import dev.kontor.model.OrderState;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells the stock rule what an order sold, and asks for a correction where a shop's figure was
 * written after the sale without knowing it.
 */
public final class SoldGoods {

  private final DemandStore demand;
  private final OrderEventStore events;
  private final CrossrefStore locks;
  private final List<FlowConfig> stockFlows;

  /**
   * @param stockFlows the enabled flows that write stock to shops
   */
  public SoldGoods(
      DemandStore demand,
      OrderEventStore events,
      CrossrefStore locks,
      List<FlowConfig> stockFlows) {
    this.demand = demand;
    this.events = events;
    this.locks = locks;
    this.stockFlows = List.copyOf(stockFlows);
  }

  /** Adds what is to be stored with the order's round. */
  void remember(FlowLine line, Round round, Order order) {
    Map<String, BigDecimal> pieces = pieces(order);
    if (stockFlows.isEmpty()) {
      return;
    }
    String source = line.from().name();
    if (order.state() == OrderState.CANCELLED) {
      round.also(c -> demand.close(c, source, List.of(order.id())));
    } else {
      round.also(c -> store(c, round, source, order, pieces));
    }
  }

  private void store(
      Connection connection,
      Round round,
      String source,
      Order order,
      Map<String, BigDecimal> pieces)
      throws SQLException {
    List<String> skus = List.copyOf(pieces.keySet());
    locks.lockWaiting(connection, skus.stream().map(StockLock::key).toList());
    demand.record(
        connection,
        pieces.entrySet().stream()
            .map(
                p ->
                    new DemandStore.Sold(
                        source, order.id(), p.getKey(), p.getValue(), order.placedAt()))
            .toList());
    demand.keepOnly(connection, source, order.id(), skus);
    for (FlowConfig flow : stockFlows) {
      List<String> stale =
          events.writtenSince(connection, flow.to().connection(), skus, order.placedAt());
      stale.forEach(sku -> round.append(correction(flow, sku, order)));
    }
  }

  private static Append correction(FlowConfig flow, String sku, Order order) {
    String source = flow.from().connection();
    return Append.notice(
        LaneKey.of(flow, source, sku),
        flow.name(),
        LaneKey.priority(flow),
        "sold",
        source,
        sku,
        "sold|" + order.id() + "|" + sku,
        null);
  }

  private static Map<String, BigDecimal> pieces(Order order) {
    Map<String, BigDecimal> pieces = new TreeMap<>();
    order.lines().stream()
        .filter(l -> l.kind() == LineKind.GOODS && l.sku() != null)
        .forEach(l -> pieces.merge(l.sku(), l.quantity(), BigDecimal::add));
    return pieces;
  }
}
