package dev.kontor.engine.crossref;

import dev.kontor.model.EntityType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One document here is that document there.
 *
 * @param sourceId native id in the source, or the match key for customers
 * @param number the target's number people know
 * @param hash keyed hash of the content last confirmed in the target; null if the hub wrote none
 *     yet, as a person linked the two
 * @param changedAt the source version last applied, by the source's clock
 */
public record Crossref(
    String source,
    EntityType entity,
    String sourceId,
    String target,
    String targetId,
    @Nullable String number,
    byte @Nullable [] hash,
    @Nullable Instant changedAt) {

  /** Whether a person linked the two, and the hub has neither written nor compared them yet. */
  public boolean isLinked() {
    return hash == null;
  }
}
