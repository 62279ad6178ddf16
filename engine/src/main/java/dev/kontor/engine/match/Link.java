package dev.kontor.engine.match;

import dev.kontor.engine.crossref.Crossref;
import org.jspecify.annotations.Nullable;

/**
 * A row that was found right, about to be stored.
 *
 * @param row of the file
 * @param here as people know it
 * @param crossref what is to be stored
 * @param before what the hub has instead, null if nothing
 */
record Link(int row, String here, By by, Crossref crossref, @Nullable Crossref before) {

  /** Whether the hub has just that already. */
  boolean isKnown() {
    return before != null && before.targetId().equals(crossref.targetId());
  }
}
