package dev.kontor.engine.capture;

import dev.kontor.engine.budget.SendPermit;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.delivery.AtHand;
import dev.kontor.engine.delivery.Claimed;
import dev.kontor.engine.delivery.Faults;
import dev.kontor.engine.delivery.Job;
import dev.kontor.engine.delivery.Round;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.KnownEvent;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.lane.LanePlan;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.spi.Document;
import dev.kontor.spi.FaultException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the orders that notices named, once each, and derives their business events. */
public final class OrderCapture implements Job {

  private final DataSource database;
  private final Translator translator;
  private final OrderEventStore events;
  private final OrderJudge judge;
  private final Faults faults;

  public OrderCapture(
      DataSource database,
      Translator translator,
      OrderEventStore events,
      OrderJudge judge,
      Faults faults) {
    this.database = database;
    this.translator = translator;
    this.events = events;
    this.judge = judge;
    this.faults = faults;
  }

  @Override
  public List<Round> run(FlowLine line, List<Claimed> lanes, SendPermit permit) {
    List<String> ids = lanes.stream().map(OrderCapture::orderId).distinct().toList();
    String source = line.from().name();
    Map<String, List<KnownEvent>> known =
        Transactions.single(database, c -> events.known(c, line.name(), source, ids));
    Map<String, Document> documents = new HashMap<>();
    for (Claimed lane : lanes) {
      if (lane.atHand() instanceof AtHand.Pushed pushed && !known.containsKey(orderId(lane))) {
        documents.put(orderId(lane), pushed.document());
      }
    }
    List<String> unread = ids.stream().filter(id -> !documents.containsKey(id)).toList();
    try {
      documents.putAll(read(line, unread));
    } catch (FaultException e) {
      return lanes.stream()
          .map(
              l ->
                  documents.containsKey(orderId(l))
                      ? capture(line, l, documents.get(orderId(l)), List.of())
                      : failed(line, l, e))
          .toList();
    }
    List<Round> rounds = new ArrayList<>();
    for (Claimed lane : lanes) {
      String id = orderId(lane);
      rounds.add(capture(line, lane, documents.get(id), known.getOrDefault(id, List.of())));
    }
    return rounds;
  }

  private Map<String, Document> read(FlowLine line, List<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<String, Document> documents =
        line.from().reader(line.config().from().entity()).fetch(ids).stream()
            .collect(Collectors.toMap(Document::id, Function.identity(), (a, b) -> b));
    faults.reached(line.from());
    return documents;
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
      FlowLine line, Claimed lane, @Nullable Document document, List<KnownEvent> known) {
    Round round = lane.round();
    Message last = notices(lane).getLast();
    coalesce(lane, round, last);
    JsonNode content = document == null ? null : document.content();
    if (content == null) {
      return round.finish(last, new MessageState.Skipped("the source does not have it any more"));
    }
    try {
      AtHand.Captured captured = AtHand.Captured.of(translator, line, content);
      judge.judge(line, round, last, content, captured, known);
    } catch (FaultException e) {
      round.finish(faults.react(line, line.from(), last, e.fault()));
    }
    return round;
  }
}
