package dev.kontor.engine.delivery;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.LaneKey;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.engine.vault.PayloadClass;
import dev.kontor.engine.vault.Plain;
import dev.kontor.model.ModelJson;
import tools.jackson.databind.node.ObjectNode;

/** Tells a shop which document its order has become, in the shop's own lane. */
public final class OrderReplies {

  private final Filings filings;

  public OrderReplies(Payloads payloads) {
    this.filings = new Filings(payloads);
  }

  /** Adds the answer to the round of the confirmed order; nothing if the flow gives none. */
  void answer(FlowLine line, Round round, Message created, String id, String number) {
    FlowConfig reply = line.reply();
    if (reply != null) {
      ObjectNode answer = ModelJson.mapper().createObjectNode();
      answer.put("orderId", created.sourceId());
      answer.put("erpNumber", number);
      answer.put("erpId", id);
      answer.put("connection", line.to().name());
      Plain document =
          new Plain(PayloadClass.DOCUMENT, null, ModelJson.mapper().writeValueAsBytes(answer));
      round.together(filings, new Filings.Filed(round, reply(line, reply, created), document));
    }
  }

  private static Append reply(FlowLine line, FlowConfig reply, Message created) {
    String source = line.from().name();
    String orderId = created.sourceId();
    return Append.event(
        LaneKey.of(reply, source, orderId),
        reply.name(),
        LaneKey.priority(reply),
        "accepted",
        source,
        orderId,
        created.number(),
        created.effectKey() + "|reply",
        null,
        null);
  }
}
