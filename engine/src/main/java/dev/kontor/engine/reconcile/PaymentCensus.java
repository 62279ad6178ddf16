package dev.kontor.engine.reconcile;

import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.KnownEvent;
import dev.kontor.engine.flow.OrderMoney;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.model.EnteredPayment;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Document;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Compares what a shop received for its orders with the ledger and the ERP. Only reads. */
public final class PaymentCensus {

  private final OrderSnapshots snapshots;

  public PaymentCensus(
      DataSource database, Translator translator, Payloads payloads, InstantSource clock) {
    this.snapshots = new OrderSnapshots(database, translator, payloads, clock);
  }

  /**
   * @param orders the flow of orders in whose lanes payments stand
   * @param payments the flow that enters them
   * @param secondLook how the second look begins
   * @param progress is told how many orders have been compared so far
   * @throws dev.kontor.spi.FaultException if one of the systems cannot be read
   */
  public Report take(
      FlowLine orders, FlowLine payments, Runnable secondLook, IntConsumer progress) {
    PaymentJudgement judgement = new PaymentJudgement(payments.to().name());
    Report report = new Report();
    new TwoLooks<PaymentFacts>(
            batch -> facts(orders, payments, batch),
            facts -> facts.order().id(),
            facts -> !judgement.judge(facts).isEmpty())
        .take(
            Keys.ids(orders.from().reader(EntityType.ORDER)),
            secondLook,
            facts -> {
              count(report, facts);
              judgement.judge(facts).forEach(report::add);
            },
            progress);
    return report;
  }

  private static void count(Report report, PaymentFacts facts) {
    facts.decision().emit().forEach(emit -> report.count());
    for (KnownEvent event : facts.known()) {
      report.count();
      if (event.isOpen() && !event.isDead()) {
        report.waits();
      }
      List<EnteredPayment> there = facts.there().getOrDefault(event.event(), List.of());
      there.forEach(
          payment ->
              report.sum(
                  facts.order().currency(),
                  facts.here(event.event()).orElse(payment.amount()),
                  payment.amount()));
    }
  }

  private List<PaymentFacts> facts(FlowLine orders, FlowLine payments, List<String> ids) {
    List<OrderSnapshots.Seen> seen = snapshots.seen(orders, ids);
    Map<String, String> references = new LinkedHashMap<>();
    seen.forEach(
        order ->
            known(order).stream()
                .filter(KnownEvent::isDone)
                .forEach(
                    event ->
                        references.put(
                            key(order, event), reference(orders, order, event.event()))));
    Map<String, List<EnteredPayment>> there = there(payments, List.copyOf(references.values()));
    return seen.stream().map(order -> facts(payments, order, references, there)).toList();
  }

  private static PaymentFacts facts(
      FlowLine payments,
      OrderSnapshots.Seen seen,
      Map<String, String> references,
      Map<String, List<EnteredPayment>> there) {
    Map<String, List<EnteredPayment>> own = new HashMap<>();
    List<KnownEvent> known = known(seen);
    for (KnownEvent event : known) {
      String reference = references.get(key(seen, event));
      if (reference != null) {
        own.put(event.event(), there.getOrDefault(reference, List.of()));
      }
    }
    return new PaymentFacts(
        seen.order(),
        OrderMoney.PAYMENTS.decide(
            seen.order(), seen.known(), seen.decision(), payments.config().conditions()),
        known,
        seen.reading(),
        own);
  }

  private static String key(OrderSnapshots.Seen order, KnownEvent event) {
    return order.order().id() + " " + event.event();
  }

  private static String reference(FlowLine line, OrderSnapshots.Seen order, String event) {
    return OrderMoney.PAYMENTS.reference(
        line.from().config().referencePrefix() + order.order().number(), event);
  }

  /** The newest of each payment, save what was rightly without effect or settled by a person. */
  private static List<KnownEvent> known(OrderSnapshots.Seen order) {
    Map<String, KnownEvent> newest = new LinkedHashMap<>();
    order.known().stream()
        .filter(e -> OrderMoney.of(e.event()).filter(OrderMoney.PAYMENTS::equals).isPresent())
        .forEach(e -> newest.put(e.event(), e));
    List<KnownEvent> known = new ArrayList<>(newest.values());
    known.removeIf(e -> e.isSkipped() || e.isDiscarded());
    return known;
  }

  private static Map<String, List<EnteredPayment>> there(
      FlowLine payments, List<String> references) {
    return references.isEmpty()
        ? Map.of()
        : payments.to().reader(EntityType.PAYMENT).fetch(references).stream()
            .map(PaymentCensus::entered)
            .collect(Collectors.groupingBy(EnteredPayment::reference));
  }

  private static EnteredPayment entered(Document document) {
    return ModelJson.mapper()
        .treeToValue(Objects.requireNonNull(document.content()), EnteredPayment.class);
  }
}
