package dev.kontor.engine.delivery;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.LaneKey;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.engine.vault.PayloadClass;
import dev.kontor.model.ModelJson;
import java.sql.Connection;
import java.sql.SQLException;
import tools.jackson.databind.node.ObjectNode;

/** Tells a shop which document its order has become, in the shop's own lane. */
public final class OrderReplies {

  private final Payloads payloads;

  public OrderReplies(Payloads payloads) {
    this.payloads = payloads;
  }

  /** Adds the answer to the round of the confirmed order; nothing if the flow gives none. */
  void answer(FlowLine line, Round round, Effect effect, String id, String number) {
    FlowConfig reply = line.reply();
    if (reply != null) {
      ObjectNode answer = ModelJson.mapper().createObjectNode();
      answer.put("orderId", effect.event().sourceId());
      answer.put("erpNumber", number);
      answer.put("erpId", id);
      answer.put("connection", line.to().name());
      round.also(c -> round.append(reply(c, line, reply, effect, answer)));
    }
  }

  private Append reply(
      Connection connection, FlowLine line, FlowConfig reply, Effect effect, ObjectNode answer)
      throws SQLException {
    String source = line.from().name();
    String orderId = effect.event().sourceId();
    return Append.event(
        LaneKey.of(reply, source, orderId),
        reply.name(),
        LaneKey.priority(reply),
        "accepted",
        source,
        orderId,
        effect.event().number(),
        effect.key() + "|reply",
        payloads.put(connection, PayloadClass.DOCUMENT, null, answer),
        null);
  }
}
