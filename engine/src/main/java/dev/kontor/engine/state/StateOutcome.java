package dev.kontor.engine.state;

import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.delivery.Claimed;
import dev.kontor.engine.delivery.Effect;
import dev.kontor.engine.delivery.EffectPlanner;
import dev.kontor.engine.delivery.Round;
import dev.kontor.engine.delivery.WakeKeys;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Write;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Remembers what the target confirmed. */
final class StateOutcome implements EffectPlanner {

  private static final byte[] REMOVED = {'-'};
  private static final byte[] UNCERTAIN = {'?'};

  private final StateFacts known;
  private final StateFacts.Source facts;
  private final Map<String, byte[]> fingerprints;

  /**
   * @param fingerprints of what was mapped, by source id
   */
  StateOutcome(StateFacts known, StateFacts.Source facts, Map<String, byte[]> fingerprints) {
    this.known = known;
    this.facts = facts;
    this.fingerprints = fingerprints;
  }

  /** Whether the target was told that the source no longer has it. */
  static boolean isRemoved(Crossref there) {
    return Arrays.equals(there.hash(), REMOVED);
  }

  /** The same, of which nobody knows any more what the target has. */
  static Crossref uncertain(Crossref there) {
    return new Crossref(
        there.source(),
        there.entity(),
        there.sourceId(),
        there.target(),
        there.targetId(),
        there.number(),
        UNCERTAIN,
        there.changedAt());
  }

  @Override
  public Plan plan(FlowLine line, Claimed lane, JsonNode document) {
    throw new IllegalStateException("a state is planned from its source, not from an event");
  }

  /** An earlier version that may still arrive would replace this one: it is written once more. */
  @Override
  public MessageState state(Effect effect, String result) {
    WriteDoubt doubt = known.doubt(effect.event().sourceId());
    return doubt == null || doubt.isOver()
        ? new MessageState.Done(result)
        : new MessageState.Waiting(
            result + "; written once more when no earlier version can arrive any longer",
            "",
            null,
            doubt.left());
  }

  @Override
  public void confirmed(FlowLine line, Round round, Effect effect, String id, String number) {
    String source = effect.event().sourceId();
    WriteDoubt doubt = known.doubt(source);
    boolean sure = doubt == null || doubt.isOver();
    round.crossref(
        new Crossref(
            line.from().name(),
            line.config().to().entity(),
            source,
            line.to().name(),
            id,
            number,
            sure ? hash(effect) : UNCERTAIN,
            null));
    if (doubt != null && sure) {
      round.also(c -> facts.settled(c, line, source));
    }
    announce(line, round, effect, number);
  }

  private byte @Nullable [] hash(Effect effect) {
    return effect.action() == Write.Action.DELETE
        ? REMOVED
        : fingerprints.get(effect.event().sourceId());
  }

  /** Others wait for a product by the number of the article or of one of its variants. */
  private static void announce(FlowLine line, Round round, Effect effect, String number) {
    EntityType entity = line.config().to().entity();
    String target = line.to().name();
    round.wake(WakeKeys.missing(target, entity, effect.reference()));
    round.wake(WakeKeys.missing(target, entity, number));
    for (JsonNode variant : effect.model().path("variants")) {
      round.wake(WakeKeys.missing(target, entity, variant.path("sku").asString("")));
    }
  }
}
