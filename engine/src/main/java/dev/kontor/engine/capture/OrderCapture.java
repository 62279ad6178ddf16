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
    List<String> unread =
        lanes.stream()
            .filter(lane -> pushed(lane, known) == null)
            .map(OrderCapture::orderId)
            .distinct()
            .toList();
    List<Round> rounds = new ArrayList<>();
    try {
      Map<String, Document> read = fetching.read(line, unread);
      for (Claimed lane : lanes) {
        Document pushed = pushed(lane, known);
        rounds.add(capture(line, lane, pushed == null ? read.get(orderId(lane)) : pushed, known));
      }
    } catch (FaultException e) {
      for (Claimed lane : lanes) {
        Document pushed = pushed(lane, known);
        rounds.add(
            pushed == null ? fetching.failed(line, lane, e) : capture(line, lane, pushed, known));
      }
    }
    return rounds;
  }

  /**
   * A push is believed only of an order that the hub does not know yet, and only in its own claim:
   * a later one of the same lane knows of later changes.
   */
  private static @Nullable Document pushed(Claimed lane, KnownOrders known) {
    return lane.atHand() instanceof AtHand.Pushed pushed && !known.has(orderId(lane))
        ? pushed.document()
        : null;
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
