package dev.kontor.engine.delivery;

import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Message;
import dev.kontor.model.Customer;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import tools.jackson.databind.JsonNode;

/** A debtor that an order needs: found by match key, else created. */
public final class CustomerEffects implements EffectPlanner {

  private final Translator translator;

  public CustomerEffects(Translator translator) {
    this.translator = translator;
  }

  @Override
  public Plan plan(FlowLine line, Claimed lane, JsonNode document) {
    Message event = EffectDelivery.event(lane);
    Customer customer = ModelJson.mapper().treeToValue(document, Customer.class);
    JsonNode content = translator.toTarget(line, document, Translator.References.NONE);
    String key = customer.matchKey();
    return new Plan.Write(
        Effect.of(lane, event, document, content, "", null).matching(key).about(key));
  }

  /** Orders that wait for the debtor are rehearsed without it. */
  @Override
  public void rehearsed(FlowLine line, Round round, Effect effect) {
    round.wake(WakeKeys.missing(line.to().name(), EntityType.CUSTOMER, effect.event().sourceId()));
  }

  @Override
  public void confirmed(FlowLine line, Round round, Effect effect, String id, String number) {
    Crossref crossref =
        new Crossref(
            line.from().name(),
            EntityType.CUSTOMER,
            effect.event().sourceId(),
            line.to().name(),
            id,
            number,
            null,
            null);
    round.crossref(crossref).wake(Rounds.wakeKey(crossref));
  }
}
