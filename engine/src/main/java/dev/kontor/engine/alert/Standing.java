package dev.kontor.engine.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert that is not over.
 *
 * @param id 0 if it is not stored yet
 * @param began when it was first seen
 * @param seen when last
 * @param opened null: it has not been so for long enough
 * @param told when somebody was last told, null if nobody was
 * @param toldCount how many people were told of then
 * @param acknowledged whether somebody looks after it
 */
record Standing(
    long id,
    Finding finding,
    Instant began,
    Instant seen,
    @Nullable Instant opened,
    @Nullable Instant told,
    long toldCount,
    boolean acknowledged) {

  static Standing first(Finding finding, Instant now) {
    return new Standing(0, finding, now, now, null, null, 0, false);
  }

  Standing seen(Finding as, Instant now) {
    return new Standing(id, as, began, now, opened, told, toldCount, acknowledged);
  }

  Standing open(Instant now) {
    return new Standing(id, finding, began, seen, now, now, finding.count(), acknowledged);
  }

  Standing told(Instant now) {
    return new Standing(id, finding, began, seen, opened, now, finding.count(), acknowledged);
  }
}
