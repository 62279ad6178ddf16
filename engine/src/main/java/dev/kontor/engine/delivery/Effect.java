package dev.kontor.engine.delivery;

import dev.kontor.engine.ledger.Finish;
import dev.kontor.engine.ledger.Message;
import dev.kontor.spi.Attachment;
import dev.kontor.spi.Write;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One effect on its way: what is to be written for an event.
 *
 * @param claimed its lane
 * @param event the message it belongs to
 * @param key of its intent
 * @param action what is done to the target's document
 * @param model the model document
 * @param content the target document, prepared
 * @param reference external reference stored with the document
 * @param match match key by which the target may already know it, null if it is known by reference
 * @param targetId native id to update or delete, null to create
 * @param person match key of the person the content tells about, null if none
 * @param instead what becomes of the lane's messages if the target does not have it: it must not be
 *     sent any more; empty if it may be sent
 * @param before the content last written for the same document, null if not known
 * @param notes what was decided on the way, for people
 * @param attachments files that go with it, by reference
 * @param basis version of the target's document it was decided on, null if it does not matter
 */
public record Effect(
    Claimed claimed,
    Message event,
    String key,
    Write.Action action,
    JsonNode model,
    JsonNode content,
    String reference,
    @Nullable String match,
    @Nullable String targetId,
    @Nullable String person,
    List<Finish> instead,
    @Nullable JsonNode before,
    List<String> notes,
    Map<String, Attachment> attachments,
    @Nullable String basis) {

  public Effect {
    instead = List.copyOf(instead);
    notes = List.copyOf(notes);
    attachments = Map.copyOf(attachments);
  }

  /** The effect of a business event: a create, or an update if there is something to update. */
  public static Effect of(
      Claimed claimed,
      Message event,
      JsonNode model,
      JsonNode content,
      String reference,
      @Nullable String targetId) {
    return of(
        claimed,
        event,
        Objects.requireNonNull(event.effectKey(), "events carry an effect key"),
        targetId == null ? Write.Action.CREATE : Write.Action.UPDATE,
        model,
        content,
        reference,
        targetId);
  }

  /** What is to be done about a message that is no event. */
  public static Effect of(
      Claimed claimed,
      Message message,
      String key,
      Write.Action action,
      JsonNode model,
      JsonNode content,
      String reference,
      @Nullable String targetId) {
    return new Effect(
        claimed, message, key, action, model, content, reference, null, targetId, null, List.of(),
        null, List.of(), Map.of(), null);
  }

  /** The same about that person. */
  public Effect about(@Nullable String key) {
    return with(action, match, key, instead, before);
  }

  /** The same, which the target may know already by that match key. */
  public Effect matching(@Nullable String key) {
    return with(action, key, person, instead, before);
  }

  /** The same, which must not be sent any more: that becomes of the lane's messages. */
  public Effect instead(List<Finish> finishes) {
    return with(action, match, person, finishes, before);
  }

  /** The same document, taken away. */
  public Effect removal() {
    return with(Write.Action.DELETE, match, person, instead, before);
  }

  /** The same change of a document that was last written with that content. */
  public Effect after(@Nullable JsonNode written) {
    return with(action, match, person, instead, written);
  }

  private Effect with(
      Write.Action how,
      @Nullable String by,
      @Nullable String whom,
      List<Finish> otherwise,
      @Nullable JsonNode written) {
    return new Effect(
        claimed,
        event,
        key,
        how,
        model,
        content,
        reference,
        by,
        targetId,
        whom,
        otherwise,
        written,
        notes,
        attachments,
        basis);
  }

  Write write() {
    return new Write(key, action, reference, targetId, content, before, attachments, basis);
  }

  /** The same, to be brought about only while the target's document has that version. */
  public Effect basedOn(String version) {
    return new Effect(
        claimed,
        event,
        key,
        action,
        model,
        content,
        reference,
        match,
        targetId,
        person,
        instead,
        before,
        notes,
        attachments,
        version);
  }

  /** The same with what was decided on the way. */
  public Effect noted(List<String> decided) {
    return prepared(content, decided, attachments);
  }

  /** The same as the target's writer completed it. */
  public Effect prepared(JsonNode ready, List<String> readyNotes, Map<String, Attachment> files) {
    return new Effect(
        claimed,
        event,
        key,
        action,
        model,
        ready,
        reference,
        match,
        targetId,
        person,
        instead,
        before,
        readyNotes,
        files,
        basis);
  }
}
