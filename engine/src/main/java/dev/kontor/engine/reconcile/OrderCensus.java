package dev.kontor.engine.reconcile;

import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.model.EntityType;
import dev.kontor.model.Order;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Gatherers;
import javax.sql.DataSource;

/**
 * Compares every order of a shop with the ledger and the ERP, and what the ERP has with the shop.
 * Only reads. What looks different is looked at a second time, as the hub may be at work on it.
 */
public final class OrderCensus {

  private static final int BATCH = 50;

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
    List<String> suspects = new ArrayList<>();
    for (List<String> batch : batches(ids)) {
      for (OrderFacts facts : snapshots.of(flows, batch)) {
        facts.reference().ifPresent(reference -> references.put(reference, facts.order()));
        if (judgement.judge(facts).isEmpty()) {
          count(report, facts);
        } else {
          suspects.add(facts.order().id());
        }
      }
      progress.accept(report.compared() + suspects.size());
    }
    if (!suspects.isEmpty()) {
      secondLook.run();
    }
    for (List<String> batch : batches(suspects)) {
      for (OrderFacts facts : snapshots.of(flows, batch)) {
        count(report, facts);
        judgement.judge(facts).ifPresent(report::add);
      }
    }
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
          .grossThere()
          .ifPresent(there -> report.sum(order.currency(), order.total().gross(), there));
    }
  }

  private static List<List<String>> batches(List<String> ids) {
    return ids.stream().gather(Gatherers.windowFixed(BATCH)).toList();
  }
}
