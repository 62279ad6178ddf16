package dev.kontor.engine.state;

import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.delivery.Claimed;
import dev.kontor.engine.delivery.Effect;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes of a source's document what the target is to hold. */
public final class Drafts {

  private final Translator translator;
  private final Ownership ownership;
  private final Payloads payloads;

  public Drafts(Translator translator, Payloads payloads) {
    this.translator = translator;
    this.ownership = new Ownership(translator);
    this.payloads = payloads;
  }

  /**
   * @param there what it is in the target, null if it is not known to be there
   * @throws dev.kontor.spi.FaultException if it cannot be translated
   */
  Effect effect(FlowLine line, Claimed lane, Document document, @Nullable Crossref there) {
    Writer.Draft draft = draft(line, document, there);
    Write.Action action = draft.targetId() == null ? Write.Action.CREATE : Write.Action.UPDATE;
    return effect(
        line, lane, action, draft.model(), draft.content(), reference(document), draft.targetId());
  }

  /**
   * As {@link #effect}, without a lane it is to be written for.
   *
   * @throws dev.kontor.spi.FaultException if it cannot be translated
   */
  public Writer.Draft draft(FlowLine line, Document document, @Nullable Crossref there) {
    JsonNode model = translator.toModel(line, Objects.requireNonNull(document.content()));
    String target = there == null ? unmade(line, reference(document)) : there.targetId();
    JsonNode content = there == null ? ownership.whole(line, model) : ownership.owned(line, model);
    return new Writer.Draft(content, model, target);
  }

  private static String reference(Document document) {
    return Objects.requireNonNullElse(document.number(), document.id());
  }

  /** What is never made, as the price of an article, is known by what it belongs to. */
  static @Nullable String unmade(FlowLine line, String reference) {
    Descriptor target = line.to().descriptor();
    EntityType entity = line.config().to().entity();
    boolean onlyChanged = target.can(entity, Ability.UPDATE) && !target.can(entity, Ability.CREATE);
    return onlyChanged ? reference : null;
  }

  Effect removal(FlowLine line, Claimed lane, String reference, String target) {
    JsonNode nothing = ModelJson.mapper().createObjectNode();
    return effect(line, lane, Write.Action.DELETE, nothing, nothing, reference, target);
  }

  private static Effect effect(
      FlowLine line,
      Claimed lane,
      Write.Action action,
      JsonNode model,
      JsonNode content,
      String reference,
      @Nullable String targetId) {
    Message notice = lane.newest();
    return Effect.of(lane, notice, key(line, lane), action, model, content, reference, targetId);
  }

  /** One for each time the lane is worked on: the same content may have to be written again. */
  public static String key(FlowLine line, Claimed lane) {
    return String.join(
        "|",
        line.to().name(),
        line.config().to().entity().key(),
        line.from().name(),
        lane.newest().sourceId(),
        String.valueOf(lane.newest().id()),
        String.valueOf(lane.lane().fence()));
  }

  /** Recognises equal content; of what the target makes, what is written to it from then on. */
  byte[] fingerprint(FlowLine line, Effect effect) {
    boolean made = effect.action() == Write.Action.CREATE;
    boolean partly = made && !line.config().sharing().left().isEmpty();
    return fingerprint(partly ? ownership.owned(line, effect.model()) : effect.content());
  }

  /** Likewise. */
  byte[] fingerprint(JsonNode content) {
    return payloads.fingerprint("state", ModelJson.mapper().writeValueAsBytes(content));
  }
}
