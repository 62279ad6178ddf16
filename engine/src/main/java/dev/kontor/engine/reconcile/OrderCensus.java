package dev.kontor.engine.reconcile;

import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.model.EntityType;
import dev.kontor.model.Order;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import javax.sql.DataSource;

/**
 * Compares every order of a shop with the ledger and the ERP, and what the ERP has with the shop.
 * Only reads. What looks different is looked at a second time, as the hub may be at work on it.
 */
public final class OrderCensus {

  private final OrderSnapshots snapshots;
  private final Strangers strangers;

  public OrderCensus(
      DataSource database, Translator translator, Payloads payloads, InstantSource clock) {
    this.snapshots = new OrderSnapshots(database, translator, payloads, clock);
    this.strangers = new Strangers(database, snapshots);
  }

  /**
   * @param secondLook how the second look begins
   * @param progress is told how many orders have been compared so far
   * @throws dev.kontor.spi.FaultException if one of the systems cannot be read
   */
  public Report take(OrderFlows flows, Runnable secondLook, IntConsumer progress) {
    FlowLine line = flows.orders();
    OrderJudgement judgement = new OrderJudgement(line.from().name(), line.to().name());
    Report report = new Report();
    Map<String, Order> references = new HashMap<>();
    List<String> ids = Keys.ids(line.from().reader(EntityType.ORDER));
    new TwoLooks<OrderFacts>(
            batch -> snapshots.of(flows, batch),
            facts -> facts.order().id(),
            facts -> judgement.judge(facts).filter(d -> d.cause() != Cause.ROUNDING).isPresent())
        .take(
            ids,
            secondLook,
            facts -> {
              facts.reference().ifPresent(r -> references.put(r, facts.order()));
              count(report, facts);
              judgement.judge(facts).ifPresent(report::add);
            },
            progress);
    strangers.gone(flows, ids).forEach(report::add);
    strangers.doubled(flows, references).forEach(report::add);
    return report;
  }

  /** What both sides have adds to the sums, also where they disagree. */
  private static void count(Report report, OrderFacts facts) {
    report.count();
    Order order = facts.order();
    if (facts.isThere()) {
      facts
          .valueThere()
          .ifPresent(there -> report.sum(order.currency(), order.total().gross(), there.gross()));
    }
  }
}
