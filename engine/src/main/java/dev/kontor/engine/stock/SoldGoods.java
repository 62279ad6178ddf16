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
  private static final String NOT_TRANSFERRED = "not transferred";

  private final DemandStore demand;
  private final Round.Together<DemandStore.InErp> arrivals;
  private final StockLevelStore levels;
  private final List<FlowConfig> stockFlows;

  /**
   * @param stockFlows the enabled flows that write stock to shops
   */
  public SoldGoods(DemandStore demand, StockLevelStore levels, List<FlowConfig> stockFlows) {
    this.demand = demand;
    this.arrivals = demand::inErp;
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
    pieces.keySet().forEach(sku -> StockLock.take(round, sku));
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
    skus.forEach(sku -> StockLock.take(round, sku));
    round.also(
        c -> {
          demand.close(c, line.from().name(), List.of(order.id()));
          for (String sku : skus) {
            anew(c, round, sku, order, DISCARDED, "");
          }
        });
  }

  /**
   * The order is in the ERP. A figure computed while it was being written may have counted it
   * twice, as the ERP's demand and as the hub's, so it is computed again.
   *
   * @param effectKey of the order's creation
   */
  public void transferred(FlowLine line, Round round, Order order, String effectKey) {
    List<String> skus = List.copyOf(pieces(order).keySet());
    round.together(arrivals, inErp(line, order));
    if (!stockFlows.isEmpty()) {
      skus.forEach(sku -> StockLock.take(round, sku));
      round.also(c -> askAgain(c, round, order, skus, effectKey));
    }
  }

  /**
   * What was changed of a transferred order, the ERP has now: pieces that were added are not
   * counted by the hub any longer, and pieces that were taken out or cancelled are for sale.
   *
   * @param order as it was edited, cancelled or opened again
   * @param change what tells it from other changes of the order
   */
  public void followed(FlowLine line, Round round, Order order, String change) {
    if (!stockFlows.isEmpty()) {
      pieces(order).keySet().forEach(sku -> StockLock.take(round, sku));
    }
    round.also(
        c -> {
          for (String sku : demand.inErp(c, List.of(inErp(line, order)))) {
            anew(c, round, sku, order, TRANSFERRED, change);
          }
        });
  }

  /**
   * The ERP does not have the order after all.
   *
   * @return what has every shop told its figures anew
   */
  public List<Append> notInErp(Connection connection, String source, String order)
      throws SQLException {
    List<Append> notices = new ArrayList<>();
    DemandStore.InErp nothing = new DemandStore.InErp(source, order, Map.of());
    for (String sku : demand.inErp(connection, List.of(nothing))) {
      for (FlowConfig flow : stockFlows) {
        levels
            .spelled(connection, flow.to().connection(), sku)
            .forEach(told -> notices.add(StockCorrection.notice(flow, told, NOT_TRANSFERRED)));
      }
    }
    return notices;
  }

  /** The ERP keeps nothing of an order that was cancelled. */
  private static DemandStore.InErp inErp(FlowLine line, Order order) {
    boolean cancelled = order.state() == OrderState.CANCELLED;
    return new DemandStore.InErp(
        line.from().name(), order.id(), cancelled ? Map.of() : pieces(order));
  }

  private void askAgain(
      Connection connection, Round round, Order order, List<String> skus, String effectKey)
      throws SQLException {
    for (FlowConfig flow : stockFlows) {
      levels
          .writtenDuring(connection, flow.to().connection(), skus, effectKey)
          .forEach(sku -> round.append(notice(flow, sku, order, TRANSFERRED, "")));
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
    askAgain(connection, round, order, pieces, SOLD);
    for (String sku : demand.keepOnly(connection, source, order.id(), skus)) {
      anew(connection, round, sku, order, SOLD, SOLD + " 0");
    }
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

  /** Has every shop told its figure anew, once for each version of the reason. */
  private void anew(
      Connection connection, Round round, String sku, Order order, String event, String version)
      throws SQLException {
    for (FlowConfig flow : stockFlows) {
      levels
          .spelled(connection, flow.to().connection(), sku)
          .forEach(told -> round.append(notice(flow, told, order, event, version)));
    }
  }

  private static Append notice(
      FlowConfig flow, String sku, Order order, String event, String version) {
    return StockCorrection.notice(flow, sku, event, event + "|" + order.id() + "|" + sku, version);
  }

  /** By article number, whatever its case. */
  private static Map<String, BigDecimal> pieces(Order order) {
    Map<String, BigDecimal> pieces = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    order.lines().stream()
        .filter(l -> l.kind() == LineKind.GOODS && l.sku() != null)
        .forEach(l -> pieces.merge(l.sku(), l.quantity(), BigDecimal::add));
    return pieces;
  }
}
