package dev.kontor.engine.ledger;

import dev.kontor.engine.lane.Lane;
import org.jspecify.annotations.Nullable;

/** A lane while messages are put at its end. */
final class Enqueued {

  private final Lane lane;
  private final @Nullable Lane taken;
  private long seq;

  /**
   * @param before messages that stood in it before, done ones included; a lane that begins has none
   * @param ours whether its owner is who wanted to take it
   */
  Enqueued(Lane lane, long before, boolean ours) {
    this.lane = lane;
    this.seq = before;
    this.taken = ours && before == 0 ? lane : null;
  }

  Lane lane() {
    return lane;
  }

  /** The lane under its first claim, null if it was not taken. */
  @Nullable Lane taken() {
    return taken;
  }

  /** The message as it stands in the lane, still without its id. */
  Message next(Append append) {
    seq++;
    return new Message(
        0,
        lane.id(),
        seq,
        append.flow(),
        append.kind(),
        append.event(),
        append.source(),
        append.sourceId(),
        append.number(),
        append.effectKey(),
        append.payload(),
        append.contentHash(),
        "ready",
        0,
        0,
        0);
  }
}
