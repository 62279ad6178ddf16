package dev.kontor.engine.delivery;

import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.ledger.MessageState;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What one kind of flow does with an event before and after its effect. */
public interface EffectPlanner {

  /** The next step for an event. */
  sealed interface Plan {
    /** Write this. */
    record Write(Effect effect) implements Plan {}

    /** The round is complete without a write. */
    record Settled(Round round) implements Plan {}
  }

  /**
   * The planner for one batch, which has read at once what it must know about all of it.
   *
   * @param lanes with the events about to be planned
   * @param documents what {@link #plan} will be given, by the event's payload
   */
  default EffectPlanner about(FlowLine line, List<Claimed> lanes, Map<Long, JsonNode> documents) {
    return this;
  }

  /**
   * Decides what is to be written for an event.
   *
   * @param document the event's stored document; of what is at hand the model's
   * @throws dev.kontor.spi.FaultException if it cannot be translated
   */
  Plan plan(FlowLine line, Claimed lane, JsonNode document);

  /**
   * What becomes of an event whose effect is in the target.
   *
   * @param result what was written, for people
   */
  default MessageState state(Effect effect, String result) {
    return new MessageState.Done(result);
  }

  /** Adds what follows from an effect that is only rehearsed to its round. */
  default void rehearsed(FlowLine line, Round round, Effect effect) {}

  /**
   * Adds what follows from a document that the hub's own call made, answered or found afterwards.
   *
   * @param effect with the content that was sent
   */
  default void made(FlowLine line, Round round, Effect effect, String id, String number) {}

  /** Adds what follows from a confirmed effect to its round. */
  void confirmed(FlowLine line, Round round, Effect effect, String id, String number);
}
