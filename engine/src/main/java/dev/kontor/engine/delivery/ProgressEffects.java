package dev.kontor.engine.delivery;

import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Message;
import dev.kontor.model.ModelJson;
import dev.kontor.model.ProgressEvent;
import tools.jackson.databind.JsonNode;

/** Tells a shop what was done with its order. */
public final class ProgressEffects implements EffectPlanner {

  private final Translator translator;

  public ProgressEffects(Translator translator) {
    this.translator = translator;
  }

  @Override
  public Plan plan(FlowLine line, Claimed lane, JsonNode document) {
    Message event = EffectDelivery.event(lane);
    String order = ModelJson.mapper().treeToValue(document, ProgressEvent.class).orderId();
    JsonNode content = translator.toTarget(line, document, Translator.References.NONE);
    return new Plan.Write(Effect.of(lane, event, document, content, order, order));
  }

  @Override
  public void confirmed(FlowLine line, Round round, Effect effect, String id, String number) {
    // The shop knows it; nothing follows from it.
  }
}
