package dev.kontor.engine;

import dev.kontor.engine.budget.CallClass;
import dev.kontor.engine.capture.Poller;
import dev.kontor.engine.flow.FlowLine;
import java.time.InstantSource;

/** Asks sources for what changed: not in a flow's quiet hours, and with the flow's call class. */
final class Polling {

  private final Poller poller;
  private final Doubt doubt;
  private final InstantSource clock;

  Polling(Poller poller, Doubt doubt, InstantSource clock) {
    this.poller = poller;
    this.doubt = doubt;
    this.clock = clock;
  }

  void poll(FlowLine line) {
    if (line.config().quiet().until(clock.instant()).isPresent()) {
      return;
    }
    boolean atEnd =
        ScopedValue.where(CallClass.CURRENT, CallClass.of(line.config()))
            .call(() -> poller.poll(line));
    if (atEnd) {
      doubt.reread(line.name());
    }
  }
}
