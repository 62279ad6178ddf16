package dev.kontor.spi;

import java.time.Instant;
import java.util.List;

/** How a document stands in its target, beside how it is to be there. */
public sealed interface Standing {

  /** All that a write would set is there already. */
  Standing SAME = new Same();

  /** The target does not have it, or not what it belongs to. */
  Standing ABSENT = new Absent();

  /** As {@link #SAME}. */
  record Same() implements Standing {}

  /** As {@link #ABSENT}. */
  record Absent() implements Standing {}

  /**
   * The target has it otherwise.
   *
   * @param changedAt when anybody last wrote it, by the target's clock; the epoch if the target
   *     does not tell
   */
  record Other(List<Field> fields, Instant changedAt) implements Standing {
    public Other {
      fields = List.copyOf(fields);
    }
  }

  /** It cannot be compared, for the reason a write would be refused with. */
  record Incomparable(Fault fault) implements Standing {}

  /**
   * What a write would change.
   *
   * @param name the target's own, as people know it
   * @param wanted what the write would set, in words or digits
   * @param there what the target has, likewise; empty if nothing
   */
  record Field(String name, String wanted, String there) {}
}
