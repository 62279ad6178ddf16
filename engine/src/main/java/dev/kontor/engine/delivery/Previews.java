package dev.kontor.engine.delivery;

import dev.kontor.engine.budget.CallClass;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.OrderMoney;
import dev.kontor.engine.lane.Lane;
import dev.kontor.engine.lane.LanePlan;
import dev.kontor.engine.ledger.Finish;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.spi.Document;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * What would become of messages if they were tried again now: mapped anew and prepared by their
 * target's connector. Only reads, after all other work, and holds no lane; nothing is stored.
 */
public final class Previews {

  /**
   * Either what would happen or why it would fail.
   *
   * @param flow in which the message stands
   * @param number people know its document by, null if not known
   * @param would in words
   * @param content the document that would be written, null if none
   * @param fault why it would still fail
   */
  public record Preview(
      long message,
      String flow,
      @Nullable String number,
      @Nullable String would,
      @Nullable JsonNode content,
      @Nullable String fault) {

    /** Whether it would not fail again. */
    public boolean isReady() {
      return fault == null;
    }

    static Preview fine(Message message, String would, @Nullable JsonNode content) {
      return new Preview(message.id(), message.flow(), message.number(), would, content, null);
    }

    static Preview failing(Message message, String fault) {
      return new Preview(message.id(), message.flow(), message.number(), null, null, fault);
    }
  }

  /** What is known of the messages before anybody is asked. */
  private record Known(
      List<Message> messages,
      Map<Long, List<Message>> lanes,
      Map<Long, JsonNode> documents,
      Map<String, Intent> intents) {}

  private static final Logger LOG = LoggerFactory.getLogger(Previews.class);

  private final DataSource database;
  private final LedgerStore ledger;
  private final Payloads payloads;
  private final IntentStore intents;
  private final Map<String, FlowLine> lines;
  private final Map<FlowKind, EffectPlanner> planners;
  private final EffectPlanner money;
  private final Pauses pauses;
  private final BiFunction<FlowLine, Document, Optional<Writer.Draft>> reading;

  /**
   * @param planners of events, by the kind of flow they stand in
   * @param money of events about an order's money
   * @param reading translates what a notice is about; what its flow would write of it, empty if
   *     that is decided later
   */
  public Previews(
      DataSource database,
      LedgerStore ledger,
      Payloads payloads,
      IntentStore intents,
      Map<String, FlowLine> lines,
      Map<FlowKind, EffectPlanner> planners,
      EffectPlanner money,
      Pauses pauses,
      BiFunction<FlowLine, Document, Optional<Writer.Draft>> reading) {
    this.database = database;
    this.ledger = ledger;
    this.payloads = payloads;
    this.intents = intents;
    this.lines = Map.copyOf(lines);
    this.planners = Map.copyOf(planners);
    this.money = money;
    this.pauses = pauses;
    this.reading = reading;
  }

  /** One for each of the messages that is not finished. */
  public List<Preview> of(List<Long> messages) {
    Known known = Transactions.run(database, c -> read(c, messages));
    return ScopedValue.where(CallClass.CURRENT, CallClass.CATALOGUE)
        .call(() -> known.messages().stream().map(m -> guarded(known, m)).toList());
  }

  private Known read(Connection connection, List<Long> ids) throws SQLException {
    List<Message> unfinished = ledger.unfinished(connection, ledger.lanes(connection, ids));
    List<Message> asked = unfinished.stream().filter(m -> ids.contains(m.id())).toList();
    List<Long> contents =
        asked.stream().map(Message::payload).filter(Objects::nonNull).distinct().toList();
    List<String> keys = asked.stream().map(Message::effectKey).filter(Objects::nonNull).toList();
    return new Known(
        asked,
        unfinished.stream().collect(Collectors.groupingBy(Message::lane)),
        payloads.get(connection, contents),
        intents.find(connection, keys));
  }

  private Preview guarded(Known known, Message message) {
    FlowLine line = lines.get(message.flow());
    if (line == null) {
      return Preview.failing(
          message, "flow " + message.flow() + " is not configured or switched off");
    }
    Optional<String> stopped = stopped(line);
    if (stopped.isPresent()) {
      return Preview.failing(message, stopped.get());
    }
    try {
      return message.isNotice() ? notice(line, message) : event(line, message, known);
    } catch (FaultException e) {
      return Preview.failing(message, e.fault().message());
    } catch (RuntimeException e) {
      LOG.error("a preview of flow {} failed inside the hub", line.name(), e);
      return Preview.failing(message, "failed inside the hub; the log says where");
    }
  }

  /** Whoever may not be called is not asked either. */
  private Optional<String> stopped(FlowLine line) {
    for (String subject :
        List.of(
            WakeKeys.flow(line.name()),
            WakeKeys.connection(line.from().name()),
            WakeKeys.connection(line.to().name()))) {
      Optional<String> reason = pauses.reason(subject);
      if (reason.isPresent()) {
        return Optional.of(subject + " is paused: " + reason.get());
      }
    }
    return Optional.empty();
  }

  private Preview notice(FlowLine line, Message message) {
    List<Document> found =
        line.from().reader(line.config().from().entity()).fetch(List.of(message.sourceId()));
    if (found.isEmpty()) {
      return Preview.fine(message, "is not in " + line.from().name() + " any more", null);
    }
    return reading
        .apply(line, found.getFirst())
        .map(draft -> prepared(line, message, draft))
        .orElseGet(() -> Preview.fine(message, "would be read and judged anew", null));
  }

  private Preview prepared(FlowLine line, Message message, Writer.Draft draft) {
    String would = "would be compared with " + line.to().name() + " and written";
    return switch (prepare(line, draft)) {
      case Prepared.Ready ready -> Preview.fine(message, noted(would, ready), ready.content());
      case Prepared.Refused no -> Preview.failing(message, no.fault().message());
    };
  }

  private static String noted(String would, Prepared.Ready ready) {
    List<String> parts = new ArrayList<>(List.of(would));
    parts.addAll(ready.notes());
    return String.join("; ", parts);
  }

  private static Prepared prepare(FlowLine line, Writer.Draft draft) {
    return line.to().writer(line.config().to().entity()).prepareAll(List.of(draft)).getFirst();
  }

  private Preview event(FlowLine line, Message message, Known known) {
    Optional<OrderMoney> about = OrderMoney.of(message.event());
    FlowLine its = about.isPresent() ? line.money().get(about.get()) : line;
    JsonNode document = known.documents().get(message.payload());
    if (its == null || document == null) {
      return Preview.failing(
          message,
          its == null
              ? "the flow that carries it out is switched off"
              : "document: was deleted by rule before it could be written");
    }
    Intent intent = known.intents().get(message.effectKey());
    if (intent != null && intent.isOpen()) {
      return Preview.fine(
          message, "would be looked up first: an earlier call may have come through", null);
    }
    EffectPlanner planner = about.isPresent() ? money : planner(line);
    return planned(its.rehearsed(), message, known, document, planner);
  }

  private EffectPlanner planner(FlowLine line) {
    return Objects.requireNonNull(
        planners.get(line.config().kind()), () -> "no events of kind " + line.config().kind());
  }

  private static Preview planned(
      FlowLine line, Message message, Known known, JsonNode document, EffectPlanner planner) {
    List<Message> unfinished = known.lanes().getOrDefault(message.lane(), List.of());
    // Nobody stores anything under this claim.
    Lane lane = new Lane(message.lane(), "", message.flow(), 0);
    Claimed claimed = new Claimed(lane, unfinished, new LanePlan.Work.Effect(message));
    Map<Long, JsonNode> documents = new HashMap<>();
    documents.put(Objects.requireNonNull(message.payload()), document);
    EffectPlanner informed = planner.about(line, List.of(claimed), documents);
    return switch (informed.plan(line, claimed, document)) {
      case EffectPlanner.Plan.Settled settled -> settled(message, settled.round());
      case EffectPlanner.Plan.Write write -> written(line, message, write.effect());
    };
  }

  private static Preview settled(Message message, Round round) {
    String state =
        round.finishes().stream()
            .filter(f -> f.message().id() == message.id())
            .map(Finish::state)
            .map(Previews::inWords)
            .findFirst()
            .orElse("would be looked at again");
    return Preview.fine(message, state, null);
  }

  private static String inWords(MessageState state) {
    return "would be " + state.key() + ": " + state.reasonText().replace("; dry run", "");
  }

  private static Preview written(FlowLine line, Message message, Effect effect) {
    if (effect.action() == Write.Action.DELETE) {
      String would = Rehearsal.inWords(line, message, effect.write(), effect.notes());
      return Preview.fine(message, would, null);
    }
    Writer.Draft draft = new Writer.Draft(effect.content(), effect.model(), effect.targetId());
    return switch (prepare(line, draft)) {
      case Prepared.Ready ready ->
          Preview.fine(
              message,
              Rehearsal.inWords(line, message, effect.write(), ready.notes()),
              ready.content());
      case Prepared.Refused no -> Preview.failing(message, no.fault().message());
    };
  }
}
