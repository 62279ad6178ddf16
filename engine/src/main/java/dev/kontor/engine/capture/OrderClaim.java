package dev.kontor.engine.capture;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.delivery.Round;
import dev.kontor.engine.flow.ExportGate;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.LaneKey;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.engine.vault.Plain;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Sees to it that an order is entered in one company only, where several flows take orders of its
 * shop. Each judges the order in a lane of its own, perhaps by snapshots of different age, so who
 * takes it is decided when it is stored, under a lock of the order.
 */
public final class OrderClaim {

  private final Payloads payloads;
  private final OrderEventStore events;

  OrderClaim(Payloads payloads, OrderEventStore events) {
    this.payloads = payloads;
    this.events = events;
  }

  /** By order, the name of another flow that takes or has taken it. */
  public static Map<String, String> takers(
      Connection connection, OrderEventStore events, FlowLine line, List<String> ids)
      throws SQLException {
    List<String> rivals = line.rivals().stream().map(FlowConfig::name).toList();
    return rivals.isEmpty() ? Map.of() : events.takers(connection, rivals, line.from().name(), ids);
  }

  /** Appends the order's creation, unless another flow has it by then. */
  void create(FlowLine line, Round round, Message notice, Append created, Plain document) {
    String orderId = created.sourceId();
    round.lock("order|" + created.source() + "|" + orderId);
    round.also(
        c -> {
          String taker = takers(c, events, line, List.of(orderId)).get(orderId);
          if (taker == null) {
            long payload = payloads.putAll(c, List.of(document)).getFirst();
            round.append(created.withPayload(payload));
            round.refinish(notice, done(created));
          } else {
            round.refinish(notice, new MessageState.Skipped(ExportGate.hasIt(taker)));
          }
        });
  }

  static MessageState done(Append event) {
    return new MessageState.Done("order " + event.number() + ": " + event.event());
  }

  /** This flow does not want the order any more: another one may have waited for that. */
  void release(FlowLine line, Round round, String orderId) {
    line.rivals().stream()
        .filter(FlowConfig::enabled)
        .forEach(
            rival ->
                round.append(
                    Append.notice(
                        LaneKey.of(rival, line.from().name(), orderId),
                        rival.name(),
                        LaneKey.priority(rival),
                        "released",
                        line.from().name(),
                        orderId,
                        null,
                        null)));
  }
}
