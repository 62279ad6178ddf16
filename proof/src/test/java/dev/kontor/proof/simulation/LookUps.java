package dev.kontor.proof.simulation;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Look-ups that found nothing, and the writes that took effect all the same. */
final class LookUps {

  private final Tally tally;
  private final Map<String, Instant> inVain = new HashMap<>();

  LookUps(Tally tally) {
    this.tally = tally;
  }

  void foundNothing(String reference, Instant now) {
    inVain.put(reference, now);
  }

  /**
   * A write takes effect after its caller has given up.
   *
   * @param left when its call left
   */
  void effect(String reference, Instant left) {
    tally.count(Happening.LATE_EFFECT);
    Instant lookedUp = inVain.get(reference);
    if (lookedUp != null && lookedUp.isAfter(left)) {
      tally.count(Happening.EFFECT_AFTER_LOOK_UP);
    }
  }
}
