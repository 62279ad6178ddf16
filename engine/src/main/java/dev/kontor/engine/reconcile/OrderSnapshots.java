package dev.kontor.engine.reconcile;

import dev.kontor.engine.capture.OrderClaim;
import dev.kontor.engine.capture.OrderEventStore;
import dev.kontor.engine.capture.OrderFingerprint;
import dev.kontor.engine.capture.SourceReading;
import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.crossref.CrossrefStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.delivery.AtHand;
import dev.kontor.engine.flow.ExportGate;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.KnownEvent;
import dev.kontor.engine.flow.OrderDecision;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.LedgerStore;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads orders at their shop, in the ledger and in the ERP. */
final class OrderSnapshots {

  private record Ledger(
      Map<String, List<KnownEvent>> events,
      Map<String, String> takers,
      Set<String> unread,
      Map<String, String> seen,
      Map<String, Crossref> there,
      Map<String, WrittenAs> written) {

    OrderFacts.Reading reading(String id, String version) {
      if (unread.contains(id)) {
        return OrderFacts.Reading.ANNOUNCED;
      }
      return version.equals(seen.get(SourceReading.dedupe(id)))
          ? OrderFacts.Reading.DONE
          : OrderFacts.Reading.NOT_HEARD_OF;
    }
  }

  private record Read(Order order, String version) {}

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

  /**
   * An order at its shop and in the ledger.
   *
   * @param decision what the shop's snapshot means to the ledger
   * @param known events in the ledger, oldest first
   * @param reading how far the hub has read it
   * @param crossref the ERP's document, null if the ledger has none
   * @param written how it was last written, null if it was not or was found there
   */
  record Seen(
      Order order,
      OrderDecision decision,
      List<KnownEvent> known,
      OrderFacts.Reading reading,
      @Nullable Crossref crossref,
      @Nullable WrittenAs written) {}

  /** Those of the orders that concern the flow, as they are now; those gone are left out. */
  List<OrderFacts> of(OrderFlows flows, List<String> ids) {
    List<Seen> seen = seen(flows.orders(), ids);
    Map<String, OrderProgress> there =
        progress(
            flows, numbers(seen.stream().flatMap(s -> Stream.ofNullable(s.crossref())).toList()));
    return seen.stream().map(s -> facts(s, there, flows.orders().mappings())).toList();
  }

  private static OrderFacts facts(Seen seen, Map<String, OrderProgress> there, String mappings) {
    Crossref crossref = seen.crossref();
    return new OrderFacts(
        seen.order(),
        seen.decision(),
        seen.known(),
        seen.reading(),
        crossref,
        crossref == null ? null : there.get(String.valueOf(crossref.number())),
        seen.written(),
        mappings);
  }

  /** The same without the ERP. */
  List<Seen> seen(FlowLine line, List<String> ids) {
    Map<String, Read> orders =
        line.from().reader(EntityType.ORDER).fetch(ids).stream()
            .map(d -> new Read(order(line, d), d.version()))
            .filter(read -> ExportGate.concerns(read.order(), line.config().conditions()))
            .collect(Collectors.toMap(read -> read.order().id(), Function.identity(), (a, b) -> b));
    List<String> read = ids.stream().filter(orders::containsKey).toList();
    Ledger ledger = Transactions.run(database, c -> ledger(c, line, read));
    return read.stream()
        .map(id -> seen(line, Objects.requireNonNull(orders.get(id)), ledger))
        .toList();
  }

  private Seen seen(FlowLine line, Read read, Ledger ledger) {
    Order order = read.order();
    List<KnownEvent> known = ledger.events().getOrDefault(order.id(), List.of());
    return new Seen(
        order,
        OrderDecision.decide(
            order,
            payloads.fingerprint("order", OrderFingerprint.of(order)),
            known,
            ExportGate.judge(order, line, ledger.takers().get(order.id()), clock.instant())),
        known,
        ledger.reading(order.id(), read.version()),
        ledger.there().get(order.id()),
        ledger.written().get(order.id()));
  }

  private Order order(FlowLine line, Document document) {
    return AtHand.Captured.of(translator, line, Objects.requireNonNull(document.content())).order();
  }

  private Ledger ledger(Connection connection, FlowLine line, List<String> ids)
      throws SQLException {
    String source = line.from().name();
    return new Ledger(
        events.known(connection, line.name(), source, ids),
        OrderClaim.takers(connection, events, line, ids),
        WaitingStore.unread(connection, line.name(), source, ids),
        new LedgerStore()
            .seen(
                connection, line.name(), source, ids.stream().map(SourceReading::dedupe).toList()),
        crossrefs.find(connection, source, EntityType.ORDER, ids, line.to().name()).stream()
            .collect(Collectors.toMap(Crossref::sourceId, Function.identity())),
        WrittenStore.last(connection, line.name(), source, ids));
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
