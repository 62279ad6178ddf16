package dev.kontor.engine.delivery;

import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Message;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The answer to the source: what its document became. */
public final class ReplyEffects implements EffectPlanner {

  private final Translator translator;

  public ReplyEffects(Translator translator) {
    this.translator = translator;
  }

  @Override
  public Plan plan(FlowLine line, Claimed lane, JsonNode document) {
    Message event = EffectDelivery.event(lane);
    JsonNode content = translator.toTarget(line, document, Translator.References.NONE);
    return new Plan.Write(
        new Effect(
            lane,
            event,
            document,
            content,
            event.sourceId(),
            null,
            event.sourceId(),
            null,
            List.of(),
            List.of()));
  }

  @Override
  public void confirmed(FlowLine line, Round round, Effect effect, String id, String number) {
    // The source has its answer; nothing follows from it.
  }
}
