package dev.kontor.engine.delivery;

import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.LaneKey;
import dev.kontor.engine.flow.OrderDecision;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.Message;

/**
 * What a target takes only for a document that is there: an event of its own, right behind the
 * creation and of the same snapshot.
 */
final class Completion {

  private Completion() {}

  static boolean is(Message message) {
    return message.event().equals(OrderDecision.COMPLETED);
  }

  /**
   * @param lane of the creation
   */
  static Append of(FlowLine line, Effect creation, String lane) {
    Message created = creation.event();
    return Append.event(
        lane,
        line.name(),
        LaneKey.priority(line.config()),
        OrderDecision.COMPLETED,
        created.source(),
        created.sourceId(),
        created.number(),
        creation.key() + "|" + OrderDecision.COMPLETED,
        created.payload(),
        created.contentHash());
  }
}
