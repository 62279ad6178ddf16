package dev.kontor.engine.capture;

import dev.kontor.engine.budget.SendPermit;
import dev.kontor.engine.delivery.AtHand;
import dev.kontor.engine.delivery.Claimed;
import dev.kontor.engine.delivery.Faults;
import dev.kontor.engine.delivery.Fetching;
import dev.kontor.engine.delivery.Job;
import dev.kontor.engine.delivery.Round;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.spi.Document;
import dev.kontor.spi.FaultException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the orders that notices named, once each, and derives their business events. */
public final class OrderCapture implements Job {

  private final DataSource database;
  private final Translator translator;
  private final OrderEventStore events;
  private final OrderJudge judge;
  private final Fetching fetching;

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
    this.fetching = new Fetching(faults);
  }

  @Override
  public List<Round> run(FlowLine line, List<Claimed> claimed, SendPermit permit) {
    List<Claimed> lanes = claimed.stream().map(Claimed::coalesced).toList();
    List<String> ids = lanes.stream().map(OrderCapture::orderId).distinct().toList();
    KnownOrders known = KnownOrders.read(database, events, line, ids);
    Map<String, Document> documents = pushed(lanes, known);
    List<String> unread = ids.stream().filter(id -> !documents.containsKey(id)).toList();
    try {
      documents.putAll(fetching.read(line, unread));
    } catch (FaultException e) {
      return lanes.stream()
          .map(
              l ->
                  documents.containsKey(orderId(l))
                      ? capture(line, l, documents.get(orderId(l)), known)
                      : fetching.failed(line, l, e))
          .toList();
    }
    List<Round> rounds = new ArrayList<>();
    for (Claimed lane : lanes) {
      String id = orderId(lane);
      rounds.add(capture(line, lane, documents.get(id), known));
    }
    return rounds;
  }

  /** A push is believed only of an order that the hub does not know yet. */
  private static Map<String, Document> pushed(List<Claimed> lanes, KnownOrders known) {
    Map<String, Document> documents = new HashMap<>();
    for (Claimed lane : lanes) {
      if (lane.atHand() instanceof AtHand.Pushed pushed && !known.has(orderId(lane))) {
        documents.put(orderId(lane), pushed.document());
      }
    }
    return documents;
  }

  private static String orderId(Claimed lane) {
    return lane.newest().sourceId();
  }

  private Round capture(
      FlowLine line, Claimed lane, @Nullable Document document, KnownOrders known) {
    JsonNode content = document == null ? null : document.content();
    if (content == null) {
      return lane.skipped("the source does not have it any more");
    }
    try {
      Round round = lane.round();
      AtHand.Captured captured = AtHand.Captured.of(translator, line, content);
      judge.judge(line, round, lane.newest(), content, captured, known.of(orderId(lane)));
      return round;
    } catch (FaultException e) {
      return fetching.failed(line, lane, e);
    }
  }
}
