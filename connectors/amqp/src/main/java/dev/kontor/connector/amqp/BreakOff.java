package dev.kontor.connector.amqp;

import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers why this process could not listen last, for people. */
final class BreakOff {

  private record Told(Instant at, String why, boolean mended) {}

  private final InstantSource clock;
  private @Nullable Told last;

  BreakOff(InstantSource clock) {
    this.clock = clock;
  }

  synchronized FaultException told(FaultException why) {
    last = new Told(clock.instant(), why.fault().message(), false);
    return why;
  }

  synchronized void mended() {
    Told told = last;
    if (told != null) {
      last = new Told(told.at(), told.why(), true);
    }
  }

  /** Empty if nothing went wrong since the start. */
  synchronized Optional<Finding> finding() {
    return Optional.ofNullable(last).map(BreakOff::finding);
  }

  private static Finding finding(Told told) {
    String what = "at " + told.at() + ": " + told.why();
    return told.mended()
        ? Finding.ok("listening", "goes on; broke off last " + what)
        : Finding.warning(
            "listening",
            "could not go on " + what,
            "mend that; it is tried again by itself, unless the connection is paused");
  }
}
