package dev.kontor.engine.customer;

import dev.kontor.engine.config.Attribute;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.Owner;
import dev.kontor.engine.delivery.CustomerEffects;
import dev.kontor.engine.delivery.Effect;
import dev.kontor.engine.delivery.Round;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.spi.FaultException;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Links accounts to the debtors that were made of them, by what either said then: whatever differs
 * at the first look was changed meanwhile.
 */
public final class NewDebtors implements CustomerEffects.Made {

  private final Translator translator;
  private final Values values;
  private final CustomerLinkStore links = new CustomerLinkStore();

  public NewDebtors(Translator translator, Payloads payloads) {
    this.translator = translator;
    this.values = new Values(payloads);
  }

  @Override
  public void of(
      FlowConfig flow, FlowLine line, Round round, Effect effect, String id, String number) {
    CustomerLink.Sides known = known(flow, line, effect);
    String account = effect.model().path("id").asString();
    round.also(
        c -> links.link(c, line.from().name(), account, line.to().name(), id, number, known));
  }

  private CustomerLink.Sides known(FlowConfig flow, FlowLine line, Effect effect) {
    try {
      JsonNode made = translator.toModelOfTarget(line, effect.content());
      return new CustomerLink.Sides(
          Known.NOTHING.agreeing(eithers(flow, values.hashes(effect.model()))),
          Known.NOTHING.agreeing(eithers(flow, values.hashes(made))));
    } catch (FaultException e) {
      return CustomerLink.Sides.NOTHING; // it is made: what cannot be read back must not undo that
    }
  }

  /** Where an owner is stated, his word holds from the first look on. */
  private static Map<Attribute, String> eithers(FlowConfig flow, Map<Attribute, String> said) {
    Map<Attribute, Owner> owners = flow.sharing().owners();
    return said.entrySet().stream()
        .filter(one -> owners.getOrDefault(one.getKey(), Owner.LATEST) == Owner.LATEST)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
