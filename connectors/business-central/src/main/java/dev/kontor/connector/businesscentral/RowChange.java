package dev.kontor.connector.businesscentral;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row before and after; null where there was, or is, none. */
record RowChange<T>(@Nullable T before, @Nullable T after) {

  /** Those of both that are. */
  List<T> sides() {
    List<T> sides = new ArrayList<>();
    if (before != null) {
      sides.add(before);
    }
    if (after != null) {
      sides.add(after);
    }
    return sides;
  }
}
