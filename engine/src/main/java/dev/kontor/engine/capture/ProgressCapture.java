package dev.kontor.engine.capture;

import dev.kontor.engine.budget.SendPermit;
import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.crossref.CrossrefStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.delivery.Claimed;
import dev.kontor.engine.delivery.Faults;
import dev.kontor.engine.delivery.Fetching;
import dev.kontor.engine.delivery.Filings;
import dev.kontor.engine.delivery.Job;
import dev.kontor.engine.delivery.ProgressNotices;
import dev.kontor.engine.delivery.Round;
import dev.kontor.engine.delivery.WakeKeys;
import dev.kontor.engine.flow.EffectKey;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.KnownEvent;
import dev.kontor.engine.flow.LaneKey;
import dev.kontor.engine.flow.ProgressEvents;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.engine.vault.PayloadClass;
import dev.kontor.engine.vault.Plain;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.OrderProgress;
import dev.kontor.model.ProgressEvent;
import dev.kontor.spi.Document;
import dev.kontor.spi.FaultException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads how far orders have come and derives what their shop has not heard of yet. */
public final class ProgressCapture implements Job {

  /**
   * What the ledger knows about the orders of one batch.
   *
   * @param orders by number
   * @param identified by the ERP's id, those that no number names
   */
  private record Facts(
      Map<String, Crossref> orders,
      Map<String, Crossref> identified,
      Map<String, List<KnownEvent>> told) {}

  private final DataSource database;
  private final Translator translator;
  private final CrossrefStore crossrefs;
  private final OrderEventStore events;
  private final Filings filings;
  private final Fetching fetching;

  public ProgressCapture(
      DataSource database,
      Translator translator,
      CrossrefStore crossrefs,
      OrderEventStore events,
      Payloads payloads,
      Faults faults) {
    this.database = database;
    this.translator = translator;
    this.crossrefs = crossrefs;
    this.events = events;
    this.filings = new Filings(payloads);
    this.fetching = new Fetching(faults);
  }

  @Override
  public List<Round> run(FlowLine line, List<Claimed> claimed, SendPermit permit) {
    List<Claimed> lanes = claimed.stream().map(Claimed::coalesced).toList();
    List<String> numbers = lanes.stream().map(lane -> lane.newest().sourceId()).toList();
    Facts facts = Transactions.run(database, c -> facts(c, line, numbers));
    List<String> ours = numbers.stream().filter(facts.orders()::containsKey).toList();
    Map<String, Document> documents;
    try {
      documents = fetching.read(line, ours);
    } catch (FaultException e) {
      return lanes.stream().map(lane -> fetching.failed(line, lane, e)).toList();
    }
    // Asked after the ERP was, so that what the hub took out of it meanwhile is known.
    Set<String> withdrawn = withdrawn(line, facts);
    List<Round> rounds = new ArrayList<>();
    for (Claimed lane : lanes) {
      Document document = documents.get(lane.newest().sourceId());
      rounds.add(capture(line, lane, document, facts, withdrawn));
    }
    return rounds;
  }

  private Set<String> withdrawn(FlowLine line, Facts facts) {
    List<String> orders = facts.orders().values().stream().map(Crossref::sourceId).toList();
    return Transactions.run(database, c -> events.withdrawn(c, line.to().name(), orders));
  }

  /** Only orders that came from the shop this flow tells. */
  private Facts facts(Connection connection, FlowLine line, List<String> numbers)
      throws SQLException {
    String erp = line.from().name();
    Map<String, Crossref> orders =
        ours(
            line,
            crossrefs.findNumbered(connection, erp, numbers),
            c -> String.valueOf(c.number()));
    List<String> unknown = numbers.stream().filter(n -> !orders.containsKey(n)).toList();
    Map<String, Crossref> identified =
        unknown.isEmpty()
            ? Map.of()
            : ours(line, crossrefs.findIdentified(connection, erp, unknown), Crossref::targetId);
    return new Facts(orders, identified, events.known(connection, line.name(), erp, numbers));
  }

  private static Map<String, Crossref> ours(
      FlowLine line, List<Crossref> found, Function<Crossref, String> key) {
    return found.stream()
        .filter(c -> c.source().equals(line.to().name()) && c.number() != null)
        .collect(Collectors.toMap(key, Function.identity(), (a, b) -> a));
  }

  private Round capture(
      FlowLine line,
      Claimed lane,
      @Nullable Document document,
      Facts facts,
      Set<String> withdrawn) {
    String number = lane.newest().sourceId();
    Crossref order = facts.orders().get(number);
    Crossref identified = facts.identified().get(number);
    if (identified != null) {
      return lookAt(line, lane, String.valueOf(identified.number()));
    }
    if (order == null) {
      // An order that arrives later is looked at when it does: see OrderEffects.
      return lane.skipped("it is no order of " + line.to().name() + " that this hub transferred");
    }
    if (document == null || document.content() == null) {
      return lane.skipped(line.from().name() + " does not have it any more");
    }
    try {
      OrderProgress progress =
          ModelJson.mapper()
              .treeToValue(translator.toModel(line, document.content()), OrderProgress.class);
      if (progress.state() == OrderProgress.State.CANCELLED
          && withdrawn.contains(order.sourceId())) {
        // Told, it would cancel an order that people opened again since.
        return lane.skipped("this hub cancelled it, as " + line.to().name() + " had done");
      }
      return tell(line, lane, progress, order, known(facts, number));
    } catch (FaultException e) {
      return fetching.failed(line, lane, e);
    }
  }

  /** In the lane of its number, where everything of it is told. */
  private static Round lookAt(FlowLine line, Claimed lane, String number) {
    Round round = lane.round();
    String event = lane.newest().event();
    round.append(ProgressNotices.notice(line.config(), number, event));
    return round.finish(lane.newest(), new MessageState.Done("order " + number + ": " + event));
  }

  private static Set<String> known(Facts facts, String number) {
    return facts.told().getOrDefault(number, List.of()).stream()
        .map(KnownEvent::event)
        .collect(Collectors.toSet());
  }

  private Round tell(
      FlowLine line, Claimed lane, OrderProgress progress, Crossref order, Set<String> known) {
    Round round = lane.round();
    List<ProgressEvents.Named> news =
        ProgressEvents.of(progress, order.sourceId()).stream()
            .filter(named -> line.config().tells().contains(named.event().kind()))
            .filter(named -> !known.contains(named.name()))
            .toList();
    for (ProgressEvents.Named named : news) {
      Plain document =
          new Plain(
              PayloadClass.DOCUMENT, null, ModelJson.mapper().writeValueAsBytes(named.event()));
      round.together(filings, new Filings.Filed(round, append(line, progress, named), document));
      awaited(named.event().kind())
          .map(type -> WakeKeys.missing(line.from().name(), type, progress.orderNumber()))
          .ifPresent(round::wake);
    }
    String what = news.stream().map(ProgressEvents.Named::name).collect(Collectors.joining(", "));
    return round.finish(
        lane.newest(),
        what.isEmpty()
            ? new MessageState.Skipped("unchanged")
            : new MessageState.Done("order " + progress.orderNumber() + ": " + what));
  }

  /** What money of the order, or its invoice, may wait for. */
  private static Optional<EntityType> awaited(ProgressEvent.Kind kind) {
    return switch (kind) {
      case SHIPPED -> Optional.of(EntityType.SHIPMENT);
      case INVOICED -> Optional.of(EntityType.INVOICE);
      case RELEASED, CREDITED, CANCELLED -> Optional.empty();
    };
  }

  private static Append append(FlowLine line, OrderProgress progress, ProgressEvents.Named named) {
    String erp = line.from().name();
    String number = progress.orderNumber();
    return Append.event(
        LaneKey.of(line.config(), erp, number),
        line.name(),
        LaneKey.priority(line.config()),
        named.name(),
        erp,
        number,
        number,
        EffectKey.of(line.to().name(), EntityType.ORDER_PROGRESS, erp, number, named.name(), 0),
        null,
        null);
  }
}
