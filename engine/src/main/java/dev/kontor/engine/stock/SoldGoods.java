package dev.kontor.engine.stock;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.delivery.Round;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.ledger.Append;
import dev.kontor.model.LineKind;
import dev.kontor.model.Order;
import dev.kontor.model.OrderState;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells the stock rule what an order sold, and asks for a correction where a shop's figure was
 * written after the sale without knowing it.
 */
public final class SoldGoods {

  private static final String TAKEN_BACK = "taken back";
  private static final String SOLD = "sold";
  private static final String TRANSFERRED = "transferred";
  private static final String DISCARDED = "discarded";

  /** An order that the ERP has now. */
  private record Confirmed(String source, String order) {}

  private final Round.Together<Confirmed> confirmations = this::confirm;
  private final DemandStore demand;
  private final StockLevelStore levels;
  private final List<FlowConfig> stockFlows;

  /**
   * @param stockFlows the enabled flows that write stock to shops
   */
  public SoldGoods(DemandStore demand, StockLevelStore levels, List<FlowConfig> stockFlows) {
    this.demand = demand;
    this.levels = levels;
    this.stockFlows = List.copyOf(stockFlows);
  }

  /** Adds what is to be stored with the order's round. */
  public void remember(FlowLine line, Round round, Order order) {
    Map<String, BigDecimal> pieces = pieces(order);
    if (stockFlows.isEmpty()) {
      return;
    }
    String source = line.from().name();
    pieces.keySet().forEach(sku -> round.lock(StockLock.key(sku)));
    if (order.state() == OrderState.CANCELLED) {
      round.also(c -> takeBack(c, round, source, order, pieces));
    } else {
      round.also(c -> store(c, round, source, order, pieces));
    }
  }

  /**
   * The shop put the pieces back by itself. Of a figure written since the sale nobody knows whether
   * the shop deducted them before, also if the sale was never heard of while it stood.
   */
  private void takeBack(
      Connection connection,
      Round round,
      String source,
      Order order,
      Map<String, BigDecimal> pieces)
      throws SQLException {
    demand.takeBack(connection, sold(source, order, pieces));
    demand.close(connection, source, List.of(order.id()));
    askAgain(connection, round, order, pieces, TAKEN_BACK);
  }

  /** Reading the order again is a repeat only while it says the same as when it was read last. */
  private void askAgain(
      Connection connection, Round round, Order order, Map<String, BigDecimal> pieces, String event)
      throws SQLException {
    for (FlowConfig flow : stockFlows) {
      levels
          .writtenSince(
              connection, flow.to().connection(), List.copyOf(pieces.keySet()), order.placedAt())
          .forEach(
              sku ->
                  round.append(
                      StockCorrection.notice(
                          flow,
                          sku,
                          event,
                          "sold|" + order.id() + "|" + sku,
                          event + " " + pieces.get(sku))));
    }
  }

  /**
   * A person decided that the order never reaches the ERP. The shop does not put its pieces back,
   * so every shop is told its figure anew.
   */
  public void givenUp(FlowLine line, Round round, Order order) {
    List<String> skus = List.copyOf(pieces(order).keySet());
    skus.forEach(sku -> round.lock(StockLock.key(sku)));
    round.also(c -> demand.close(c, line.from().name(), List.of(order.id())));
    for (FlowConfig flow : stockFlows) {
      skus.forEach(sku -> round.append(once(flow, sku, order, DISCARDED)));
    }
  }

  /**
   * The order is in the ERP. A figure computed while it was being written may have counted it
   * twice, as the ERP's demand and as the hub's, so it is computed again.
   *
   * @param effectKey of the order's creation
   */
  public void transferred(FlowLine line, Round round, Order order, String effectKey) {
    List<String> skus = List.copyOf(pieces(order).keySet());
    round.together(confirmations, new Confirmed(line.from().name(), order.id()));
    if (!stockFlows.isEmpty()) {
      skus.forEach(sku -> round.lock(StockLock.key(sku)));
      round.also(c -> askAgain(c, round, order, skus, effectKey));
    }
  }

  private void confirm(Connection connection, List<Confirmed> orders) throws SQLException {
    Map<String, List<String>> bySource = new TreeMap<>();
    orders.forEach(
        o -> bySource.computeIfAbsent(o.source(), source -> new ArrayList<>()).add(o.order()));
    for (Map.Entry<String, List<String>> source : bySource.entrySet()) {
      demand.confirm(connection, source.getKey(), source.getValue());
    }
  }

  private void askAgain(
      Connection connection, Round round, Order order, List<String> skus, String effectKey)
      throws SQLException {
    for (FlowConfig flow : stockFlows) {
      levels
          .writtenDuring(connection, flow.to().connection(), skus, effectKey)
          .forEach(sku -> round.append(once(flow, sku, order, TRANSFERRED)));
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
    demand.record(connection, sold(source, order, pieces));
    demand.keepOnly(connection, source, order.id(), skus);
    askAgain(connection, round, order, pieces, SOLD);
  }

  private static List<DemandStore.Sold> sold(
      String source, Order order, Map<String, BigDecimal> pieces) {
    return pieces.entrySet().stream()
        .map(
            p ->
                new DemandStore.Sold(
                    source, order.id(), p.getKey(), p.getValue(), order.placedAt()))
        .toList();
  }

  private static Append once(FlowConfig flow, String sku, Order order, String event) {
    return StockCorrection.notice(flow, sku, event, event + "|" + order.id() + "|" + sku, "");
  }

  private static Map<String, BigDecimal> pieces(Order order) {
    Map<String, BigDecimal> pieces = new TreeMap<>();
    order.lines().stream()
        .filter(l -> l.kind() == LineKind.GOODS && l.sku() != null)
        .forEach(l -> pieces.merge(l.sku(), l.quantity(), BigDecimal::add));
    return pieces;
  }
}
