package dev.kontor.engine.reconcile;

import dev.kontor.engine.capture.OrderEventStore;
import dev.kontor.engine.capture.OrderFingerprint;
import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.crossref.CrossrefStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.delivery.AtHand;
import dev.kontor.engine.flow.ExportGate;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.KnownEvent;
import dev.kontor.engine.flow.OrderDecision;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.OrderProgress;
import dev.kontor.spi.Document;
import dev.kontor.spi.Reader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import javax.sql.DataSource;

/** Reads orders at their shop, in the ledger and in the ERP. */
final class OrderSnapshots {

  private record Ledger(
      Map<String, List<KnownEvent>> events, Set<String> unread, Map<String, Crossref> there) {}

  /** Orders of the ERP that are asked for at once. */
  private static final int MOST = 200;

  private final DataSource database;
  private final Translator translator;
  private final Payloads payloads;
  private final InstantSource clock;
  private final OrderEventStore events = new OrderEventStore();
  private final CrossrefStore crossrefs = new CrossrefStore();

  OrderSnapshots(
      DataSource database, Translator translator, Payloads payloads, InstantSource clock) {
    this.database = database;
    this.translator = translator;
    this.payloads = payloads;
    this.clock = clock;
  }

  /** Those of the orders that concern the flow, as they are now; those gone are left out. */
  List<OrderFacts> of(OrderFlows flows, List<String> ids) {
    FlowLine line = flows.orders();
    Map<String, Order> orders =
        line.from().reader(EntityType.ORDER).fetch(ids).stream()
            .map(d -> order(line, d))
            .filter(o -> ExportGate.concerns(o, line.config().conditions()))
            .collect(Collectors.toMap(Order::id, Function.identity(), (a, b) -> b));
    List<String> read = ids.stream().filter(orders::containsKey).toList();
    Ledger ledger = Transactions.run(database, c -> ledger(c, line, read));
    Map<String, OrderProgress> there = progress(flows, numbers(ledger.there().values()));
    List<OrderFacts> facts = new ArrayList<>();
    for (String id : read) {
      facts.add(facts(line, Objects.requireNonNull(orders.get(id)), ledger, there));
    }
    return facts;
  }

  private OrderFacts facts(
      FlowLine line, Order order, Ledger ledger, Map<String, OrderProgress> there) {
    List<KnownEvent> known = ledger.events().getOrDefault(order.id(), List.of());
    Crossref crossref = ledger.there().get(order.id());
    return new OrderFacts(
        order,
        OrderDecision.decide(
            order,
            payloads.fingerprint("order", OrderFingerprint.of(order)),
            known,
            ExportGate.judge(order, line.config().conditions(), clock.instant())),
        known,
        ledger.unread().contains(order.id()),
        crossref,
        crossref == null ? null : there.get(String.valueOf(crossref.number())));
  }

  private Order order(FlowLine line, Document document) {
    return AtHand.Captured.of(translator, line, Objects.requireNonNull(document.content())).order();
  }

  private Ledger ledger(Connection connection, FlowLine line, List<String> ids)
      throws SQLException {
    String source = line.from().name();
    return new Ledger(
        events.known(connection, line.name(), source, ids),
        WaitingStore.unread(connection, line.name(), source, ids),
        crossrefs.find(connection, source, EntityType.ORDER, ids, line.to().name()).stream()
            .collect(Collectors.toMap(Crossref::sourceId, Function.identity())));
  }

  /** Numbers of the ERP's documents. */
  static List<String> numbers(Collection<Crossref> crossrefs) {
    return crossrefs.stream().map(Crossref::number).filter(Objects::nonNull).toList();
  }

  /**
   * How the ERP's orders of these numbers stand, by number; those it does not know are left out.
   */
  Map<String, OrderProgress> progress(OrderFlows flows, List<String> numbers) {
    Reader reader = flows.progress().from().reader(EntityType.ORDER_PROGRESS);
    return numbers.stream()
        .gather(Gatherers.windowFixed(MOST))
        .flatMap(some -> reader.fetch(some).stream())
        .map(d -> progress(flows.progress(), d))
        .collect(Collectors.toMap(OrderProgress::orderNumber, Function.identity()));
  }

  private OrderProgress progress(FlowLine line, Document document) {
    return ModelJson.mapper()
        .treeToValue(
            translator.toModel(line, Objects.requireNonNull(document.content())),
            OrderProgress.class);
  }
}
