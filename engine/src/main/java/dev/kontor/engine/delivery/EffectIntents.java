package dev.kontor.engine.delivery;

import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.engine.vault.PayloadClass;
import dev.kontor.engine.vault.Plain;
import dev.kontor.model.ModelJson;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Opens the intents of effects, each with the content that is about to be written. */
final class EffectIntents {

  private final IntentStore intents;
  private final Payloads payloads;
  private final Departures departures;

  EffectIntents(IntentStore intents, Payloads payloads, Departures departures) {
    this.intents = intents;
    this.payloads = payloads;
    this.departures = departures;
  }

  /** Keys that may be sent now. */
  Set<String> open(Connection connection, FlowLine line, List<Effect> effects) throws SQLException {
    List<Long> contents =
        payloads.putAll(connection, effects.stream().map(EffectIntents::content).toList());
    List<IntentStore.Opening> openings = new ArrayList<>();
    for (int i = 0; i < effects.size(); i++) {
      openings.add(opening(line, effects.get(i), contents.get(i)));
    }
    return intents.open(connection, openings, departures.uncertainty(line));
  }

  /** The effect as an open intent says it was sent; as it is now if that is not kept any more. */
  Effect sent(Connection connection, Effect effect, Intent intent) throws SQLException {
    Long content = intent.content();
    JsonNode sent =
        content == null ? null : payloads.get(connection, List.of(content)).get(content);
    return sent == null ? effect : effect.prepared(sent, effect.notes(), effect.attachments());
  }

  private static Plain content(Effect effect) {
    byte[] bytes = ModelJson.mapper().writeValueAsBytes(effect.content());
    return new Plain(PayloadClass.EFFECT, effect.person(), bytes);
  }

  private IntentStore.Opening opening(FlowLine line, Effect effect, long content) {
    String match = effect.match();
    return new IntentStore.Opening(
        effect.claimed().lane(),
        effect.key(),
        effect.event().id(),
        line.to().name(),
        line.config().to().entity().key(),
        effect.action().name(),
        match == null ? effect.reference() : payloads.blind("customer", match),
        effect.targetId(),
        content,
        line.mappings());
  }
}
