package dev.kontor.engine.delivery;

import dev.kontor.engine.budget.SendPermit;
import dev.kontor.engine.flow.FlowLine;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When a call may leave, and with it when an effect can no longer appear. Both count from the
 * opening of its intent: a process that lives on keeps its lease for hours, but the next one judges
 * by the intent.
 *
 * @param lease of this node
 * @param nanoTime monotonic clock
 */
public record Departures(Duration lease, LongSupplier nanoTime) {

  /** The permit for calls of intents that are opened right after this. */
  public SendPermit soon(FlowLine line, SendPermit permit) {
    return permit.within(latest(line), nanoTime);
  }

  /** A call that left at the last moment runs as long as allowed and takes effect until settled. */
  public Duration uncertainty(FlowLine line) {
    return latest(line).plus(line.to().uncertainty());
  }

  /** Long enough for a second call after a first one, as when a refused batch is halved. */
  private Duration latest(FlowLine line) {
    return lease.plus(line.to().config().longestCall());
  }
}
