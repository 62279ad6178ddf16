package dev.kontor.spi;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Writes one entity type of one system. */
public interface Writer {

  /** Most elements of one {@link #write} call. */
  int maxBatch();

  /**
   * Completes a mapped target document before any intent exists: resolves references, predicts what
   * the target will compute and compares it with the source. Only reads.
   *
   * @param content the mapped target document
   * @param model the model document it was mapped from
   * @return {@link Prepared.Ready} or the fault that keeps it from being written
   * @throws FaultException if the target cannot be read now
   */
  Prepared prepare(JsonNode content, JsonNode model);

  /**
   * What {@link #prepareAll} is asked about one document.
   *
   * @param targetId native id of what is to become equal to it, null if it is to be created
   */
  record Draft(JsonNode content, JsonNode model, @Nullable String targetId) {

    /**
     * Stands in a rehearsal where the id of a document would stand that the target does not have
     * yet, such as an order's debtor. What is so prepared is never written.
     */
    public static final String UNMADE = "(not made yet)";

    /**
     * Field of an article's content that lists the attributes of the model which are the target's
     * own word, such as {@code name} or {@code price}: whatever the content lacks of them, the
     * target keeps. Absent where the source says all.
     */
    public static final String LEAVES = "leaves";

    /** Of a document that is to be created. */
    public Draft(JsonNode content, JsonNode model) {
      this(content, model, null);
    }
  }

  /**
   * Prepares documents that are to be written together. A writer whose {@link #prepare} looks
   * things up in the target overrides this, so that one call looks them up for all.
   *
   * @return one answer per draft, in order; a draft that cannot be judged now is refused with the
   *     fault that says why
   * @throws FaultException if the target cannot be read now, for all of them
   */
  default List<Prepared> prepareAll(List<Draft> drafts) {
    List<Prepared> answers = new ArrayList<>();
    for (Draft draft : drafts) {
      try {
        answers.add(prepare(draft.content(), draft.model()));
      } catch (FaultException e) {
        answers.add(new Prepared.Refused(e.fault()));
      }
    }
    return answers;
  }

  /**
   * Writes a batch. An unanswered write may still arrive after newer ones: that of an order's
   * change must therefore depend on what {@link #prepareAll} read, as by an etag; stock, products
   * and prices are written once more by the engine.
   *
   * @return one outcome per element, in order; elements a partial answer does not mention and that
   *     were certainly not applied are {@link Fault.Unavailable}
   * @throws FaultException if the whole call failed
   */
  List<Outcome> write(List<Write> batch);

  /**
   * Whether a document made of this content needs an update after its creation to say all of it, as
   * where fields can be written only to a document that is there. The update is an effect of its
   * own; {@link Write#before} is then an empty object.
   *
   * @param content as {@link #prepare} returned it
   */
  default boolean isCompletedByUpdate(JsonNode content) {
    return false;
  }

  /**
   * Compares documents with what the target has: what of it a write would change. Only reads, many
   * documents in one call.
   *
   * @return one answer per draft, in order
   * @throws FaultException if the target cannot be read now, or {@link Fault.Unsupported} without
   *     {@link Ability#COMPARE}
   */
  default List<Standing> compare(List<Draft> drafts) {
    throw new FaultException(
        new Fault.Unsupported("this connector cannot compare what it wrote with what is there"));
  }
}
