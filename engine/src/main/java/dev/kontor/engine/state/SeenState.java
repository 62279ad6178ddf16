package dev.kontor.engine.state;

import dev.kontor.engine.crossref.Crossref;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Standing;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A document of a flow of state: what its source says now, what the target confirmed last and what
 * it has.
 *
 * @param version of the source's document
 * @param fingerprint of what the target is to have, null if it cannot be translated
 * @param confirmed null if the target confirmed nothing
 * @param there null if the target's connector cannot compare
 * @param refusal why it cannot be translated, null if it can
 */
public record SeenState(
    String sourceId,
    String number,
    String version,
    byte @Nullable [] fingerprint,
    @Nullable Crossref confirmed,
    @Nullable Standing there,
    @Nullable Fault refusal) {

  /** Whether the target once was given it and not told since that it is gone. */
  public boolean isGiven() {
    return confirmed != null && !StateOutcome.isRemoved(confirmed);
  }

  /** Whether the target last confirmed just what it is to have. */
  public boolean isConfirmed() {
    return confirmed != null && Arrays.equals(confirmed.hash(), fingerprint);
  }
}
