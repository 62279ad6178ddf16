package dev.kontor.engine.delivery;

import dev.kontor.engine.ledger.Finish;
import dev.kontor.engine.ledger.Message;
import dev.kontor.spi.Write;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One effect on its way: what is to be written for an event.
 *
 * @param claimed its lane
 * @param event the event it belongs to
 * @param model the model document
 * @param content the target document, prepared
 * @param reference external reference stored with the document
 * @param match match key by which the target may already know it, null if it is known by reference
 * @param targetId native id to update, null to create
 * @param person match key of the person the content tells about, null if none
 * @param instead what becomes of the lane's messages if the target does not have it: it must not be
 *     sent any more; empty if it may be sent
 * @param notes what was decided on the way, for people
 */
record Effect(
    Claimed claimed,
    Message event,
    JsonNode model,
    JsonNode content,
    String reference,
    @Nullable String match,
    @Nullable String targetId,
    @Nullable String person,
    List<Finish> instead,
    List<String> notes) {

  Effect {
    instead = List.copyOf(instead);
    notes = List.copyOf(notes);
  }

  String key() {
    return Objects.requireNonNull(event.effectKey(), "events carry an effect key");
  }

  Write.Action action() {
    return targetId == null ? Write.Action.CREATE : Write.Action.UPDATE;
  }

  Write write() {
    return new Write(key(), action(), reference, targetId, content);
  }

  Effect prepared(JsonNode ready, List<String> readyNotes) {
    return new Effect(
        claimed, event, model, ready, reference, match, targetId, person, instead, readyNotes);
  }
}
