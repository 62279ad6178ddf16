package dev.kontor.engine.desk;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where the ledger stands, cheap to read: by comparing two of these, pages learn that they have to
 * look again.
 *
 * @param last id of the newest message
 * @param minutes what was tallied of late, by minute
 * @param paused connections and flows that are stopped
 * @param notes what people said and asked about causes, in short
 */
public record Changes(long last, Map<Instant, Moved> minutes, Set<String> paused, String notes) {

  /**
   * A minute's tally so far: messages anything became of, and what bears on those that are dead.
   */
  record Moved(long messages, long problems) {}

  public Changes {
    minutes = Map.copyOf(minutes);
    paused = Set.copyOf(paused);
  }

  /** What has changed since an earlier look: {@code messages}, {@code pauses}, {@code problems}. */
  public Set<String> since(Changes before) {
    Set<String> changed = new TreeSet<>();
    if (last != before.last) {
      changed.add("messages");
    }
    minutes.forEach((minute, now) -> compare(now, before.minutes.get(minute), changed));
    if (!paused.equals(before.paused)) {
      changed.add("pauses");
    }
    if (!notes.equals(before.notes)) {
      changed.add("problems");
    }
    return changed;
  }

  private static void compare(Moved now, @Nullable Moved before, Set<String> changed) {
    Moved then = Objects.requireNonNullElse(before, new Moved(0, 0));
    if (now.messages() != then.messages()) {
      changed.add("messages");
    }
    if (now.problems() != then.problems()) {
      changed.add("problems");
    }
  }
}
