package dev.kontor.engine.delivery;

import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Message;
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
        Effect.of(lane, event, document, content, event.sourceId(), event.sourceId()));
  }

  @Override
  public void confirmed(FlowLine line, Round round, Effect effect, String id, String number) {
    // The source has its answer; nothing follows from it.
  }
}
