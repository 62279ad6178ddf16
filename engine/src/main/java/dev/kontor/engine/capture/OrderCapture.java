package dev.kontor.engine.capture;

import dev.kontor.engine.budget.SendPermit;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.delivery.Claimed;
import dev.kontor.engine.delivery.Faults;
import dev.kontor.engine.delivery.Job;
import dev.kontor.engine.delivery.Round;
import dev.kontor.engine.flow.EffectKey;
import dev.kontor.engine.flow.ExportGate;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.KnownEvent;
import dev.kontor.engine.flow.LaneKey;
import dev.kontor.engine.flow.OrderDecision;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.lane.LanePlan;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.MessageKind;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.engine.stock.SoldGoods;
import dev.kontor.engine.vault.PayloadClass;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.spi.Document;
import dev.kontor.spi.FaultException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tools.jackson.databind.JsonNode;

/** Reads the orders that notices named, once each, and derives their business events. */
public final class OrderCapture implements Job {

  private final DataSource database;
  private final Payloads payloads;
  private final Translator translator;
  private final OrderEventStore events;
  private final SoldGoods soldGoods;
  private final Faults faults;
  private final InstantSource clock;

  public OrderCapture(
      DataSource database,
      Payloads payloads,
      Translator translator,
      OrderEventStore events,
      SoldGoods soldGoods,
      Faults faults,
      InstantSource clock) {
    this.database = database;
    this.payloads = payloads;
    this.translator = translator;
    this.events = events;
    this.soldGoods = soldGoods;
    this.faults = faults;
    this.clock = clock;
  }

  @Override
  public List<Round> run(FlowLine line, List<Claimed> lanes, SendPermit permit) {
    List<String> ids = lanes.stream().map(OrderCapture::orderId).distinct().toList();
    Map<String, Document> documents;
    try {
      documents =
          line.from().reader(line.config().from().entity()).fetch(ids).stream()
              .collect(Collectors.toMap(Document::id, Function.identity(), (a, b) -> b));
      faults.reached(line.from());
    } catch (FaultException e) {
      return lanes.stream().map(l -> failed(line, l, e)).toList();
    }
    String source = line.from().name();
    Map<String, List<KnownEvent>> known =
        Transactions.run(database, c -> events.known(c, line.name(), source, ids));
    List<Round> rounds = new ArrayList<>();
    for (Claimed lane : lanes) {
      String id = orderId(lane);
      rounds.add(capture(line, lane, documents.get(id), known.getOrDefault(id, List.of())));
    }
    return rounds;
  }

  private static String orderId(Claimed lane) {
    return notices(lane).getFirst().sourceId();
  }

  private static List<Message> notices(Claimed lane) {
    return switch (lane.work()) {
      case LanePlan.Work.Capture capture -> capture.notices();
      case LanePlan.Work.Effect e -> List.of();
      case LanePlan.Work.Nothing n -> List.of();
    };
  }

  private Round failed(FlowLine line, Claimed lane, FaultException failure) {
    Message last = notices(lane).getLast();
    Round round = lane.round();
    coalesce(lane, round, last);
    return round.finish(faults.react(line, line.from(), last, failure.fault()));
  }

  /** The newest notice stands for all of them. */
  private static void coalesce(Claimed lane, Round round, Message last) {
    for (Message notice : notices(lane)) {
      if (notice.id() != last.id()) {
        round.finish(notice, new MessageState.Skipped("read together with a later notice"));
      }
    }
  }

  private Round capture(
      FlowLine line,
      Claimed lane,
      @org.jspecify.annotations.Nullable Document document,
      List<KnownEvent> known) {
    Round round = lane.round();
    Message last = notices(lane).getLast();
    coalesce(lane, round, last);
    JsonNode content = document == null ? null : document.content();
    if (content == null) {
      return round.finish(last, new MessageState.Skipped("the source does not have it any more"));
    }
    try {
      JsonNode model = translator.toModel(line, content);
      Order order = ModelJson.mapper().treeToValue(model, Order.class);
      decide(line, round, last, new Snapshot(content, order), known);
    } catch (FaultException e) {
      round.finish(faults.react(line, line.from(), last, e.fault()));
    }
    return round;
  }

  private record Snapshot(JsonNode content, Order order) {}

  private void decide(
      FlowLine line, Round round, Message notice, Snapshot snapshot, List<KnownEvent> known) {
    Order order = snapshot.order();
    byte[] hash = payloads.fingerprint("order", OrderFingerprint.of(order));
    ExportGate.Verdict verdict =
        ExportGate.judge(order, line.config().conditions(), clock.instant());
    OrderDecision decision = OrderDecision.decide(order, hash, known, verdict);
    if (ExportGate.concerns(order, line.config().conditions())) {
      soldGoods.remember(line, round, order);
    }
    switch (decision) {
      case OrderDecision.Emit emit -> {
        round.also(c -> append(c, line, round, snapshot, hash, emit));
        round.finish(
            notice, new MessageState.Done("order " + order.number() + ": " + emit.event()));
      }
      case OrderDecision.Refresh refresh -> {
        round.also(c -> refresh(c, refresh.created(), snapshot, hash));
        settle(round, refresh.created(), new MessageState.Ready());
        round.finish(notice, new MessageState.Done("newest version taken before transfer"));
      }
      case OrderDecision.Withdraw withdraw -> {
        settle(round, withdraw.created(), new MessageState.Skipped(withdraw.reason()));
        round.finish(notice, new MessageState.Done(withdraw.reason()));
      }
      case OrderDecision.Ignore ignore ->
          round.finish(notice, new MessageState.Skipped(ignore.reason()));
      case OrderDecision.HoldBack hold ->
          round.finish(
              notice,
              new MessageState.Waiting("hold time of the flow", "", null, hold.remaining()));
    }
  }

  private static void settle(Round round, KnownEvent event, MessageState state) {
    round.unfinished().stream()
        .filter(m -> m.id() == event.message())
        .forEach(m -> round.finish(m, state));
  }

  private void append(
      Connection connection,
      FlowLine line,
      Round round,
      Snapshot snapshot,
      byte[] hash,
      OrderDecision.Emit emit)
      throws SQLException {
    Order order = snapshot.order();
    String source = line.from().name();
    round.append(
        new Append(
            LaneKey.of(line.config(), source, order.id()),
            line.name(),
            LaneKey.priority(line.config()),
            MessageKind.EVENT,
            emit.event(),
            source,
            order.id(),
            order.number(),
            null,
            EffectKey.of(
                line.to().name(),
                EntityType.ORDER,
                source,
                order.id(),
                emit.event(),
                emit.generation()),
            put(connection, snapshot),
            hash));
  }

  private void refresh(Connection connection, KnownEvent created, Snapshot snapshot, byte[] hash)
      throws SQLException {
    events.refresh(
        connection, created.message(), put(connection, snapshot), hash, snapshot.order().number());
  }

  private long put(Connection connection, Snapshot snapshot) throws SQLException {
    return payloads.put(
        connection,
        PayloadClass.DOCUMENT,
        snapshot.order().customer().matchKey(),
        snapshot.content());
  }
}
