package dev.kontor.engine.alert;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an alert at a look: it opens once it has been so for long enough, is said again
 * while it lasts and nobody looks after it, and is over once it has been gone for a while. Pure.
 *
 * @param repeat after which it is said again, zero for never
 * @param calm how long it must be gone
 */
record Judgement(Duration repeat, Duration calm) {

  /** So many times as many documents are news. */
  private static final int GROWN = 10;

  /**
   * @param standing as it stands from now on
   * @param over whether it stands no longer
   * @param tell what people are told, null if nothing
   */
  record Ruling(Standing standing, boolean over, @Nullable Tidings tell) {}

  /** It is so, and was not before. */
  Ruling begins(Finding finding, Instant now) {
    return opened(Standing.first(finding, now), now);
  }

  /** It is still so. */
  Ruling lasts(Standing before, Finding finding, Instant now) {
    Standing seen = before.seen(finding, now);
    if (seen.opened() == null) {
      return opened(seen, now);
    }
    return isToBeSaidAgain(seen, now)
        ? new Ruling(seen.told(now), false, Tidings.REPEATED)
        : new Ruling(seen, false, null);
  }

  private static Ruling opened(Standing seen, Instant now) {
    boolean enough = !now.isBefore(seen.began().plus(seen.finding().patience()));
    return enough
        ? new Ruling(seen.open(now), false, Tidings.OPENED)
        : new Ruling(seen, false, null);
  }

  private boolean isToBeSaidAgain(Standing seen, Instant now) {
    if (seen.acknowledged()) {
      return false;
    }
    Instant told = seen.told();
    boolean due = !repeat.isZero() && (told == null || !now.isBefore(told.plus(repeat)));
    return due || seen.finding().count() >= GROWN * Math.max(1, seen.toldCount());
  }

  /** It is not so any more. What never opened is over at once, and nobody hears of it. */
  Ruling isGone(Standing before, Instant now) {
    if (before.opened() == null) {
      return new Ruling(before, true, null);
    }
    boolean over = !now.isBefore(before.seen().plus(calm));
    return new Ruling(before, over, over ? Tidings.OVER : null);
  }
}
