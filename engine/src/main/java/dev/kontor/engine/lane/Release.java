package dev.kontor.engine.lane;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a lane is given back.
 *
 * @param finished messages that no longer stand in it
 * @param due when it is worth looking again; null if only an append or wake-up brings work
 * @param wakeKey what it waits for, null for nothing
 * @param keeps whether the node goes on with the lane instead of giving it back
 * @param stillWaits whether its oldest event was not touched, so that it waits for what it waited
 */
public record Release(
    Lane lane,
    int finished,
    @Nullable Duration due,
    @Nullable String wakeKey,
    boolean stillWaits,
    boolean keeps) {

  public Release(
      Lane lane,
      int finished,
      @Nullable Duration due,
      @Nullable String wakeKey,
      boolean stillWaits) {
    this(lane, finished, due, wakeKey, stillWaits, false);
  }

  /** The same, but the node goes on working in it under the same claim. */
  public Release kept() {
    return new Release(lane, finished, due, wakeKey, stillWaits, true);
  }
}
