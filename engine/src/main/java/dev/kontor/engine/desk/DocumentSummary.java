package dev.kontor.engine.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One document in a list.
 *
 * @param entity what it is, or the name of a flow that carries it no longer
 * @param latest when anything last happened to it
 * @param open messages that are not finished, dead ones among them
 */
public record DocumentSummary(
    String source,
    String sourceId,
    @Nullable String number,
    String entity,
    Instant latest,
    long open,
    long dead) {

  DocumentSummary as(String what) {
    return new DocumentSummary(source, sourceId, number, what, latest, open, dead);
  }

  /** With what another flow carries of it, which has changed no later. */
  DocumentSummary with(DocumentSummary earlier) {
    return new DocumentSummary(
        source,
        sourceId,
        number == null ? earlier.number : number,
        Subjects.main(entity, earlier.entity),
        latest,
        open + earlier.open,
        dead + earlier.dead);
  }
}
