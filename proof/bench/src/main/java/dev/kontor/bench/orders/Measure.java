package dev.kontor.bench.orders;

import dev.kontor.bench.hub.Cpu;
import dev.kontor.bench.hub.Side;
import java.net.URI;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Sends orders through a side and waits until every outcome is stored. */
final class Measure {

  private static final Duration STUCK = Duration.ofSeconds(60);

  private final Field field;

  Measure(Field field) {
    this.field = field;
  }

  Window saturated(Side side, URI door, int from, int count) {
    return window(side, from, count, () -> field.saturate(door, from, count));
  }

  Window paced(Side side, int from, int count, int perSecond) {
    return window(side, from, count, () -> field.pace(side.door(), from, count, perSecond));
  }

  private interface Push {
    JsonNode run();
  }

  private Window window(Side side, int from, int count, Push push) {
    field.reset();
    Cpu before = side.cpu();
    JsonNode pushed = push.run();
    if (pushed.path("refused").asInt() > 0) {
      throw new IllegalStateException(
          side.name() + " refused " + pushed.path("refused") + " orders");
    }
    long settled = await(side, count);
    Cpu used = side.cpu().minus(before);
    if (field.repeated() > 0) {
      throw new IllegalStateException(side.name() + " sent " + field.repeated() + " orders twice");
    }
    long[] due = Nanos.of(pushed.path("due"));
    return new Window(
        count * 1e9 / (settled - Nanos.least(due)),
        Window.Latency.of(Nanos.of(pushed.path("answered"))),
        Window.Latency.of(Nanos.between(due, field.arrivals(from, count))),
        (double) used.process() / count,
        (double) used.database() / count,
        due);
  }

  /** Monotonic nanoseconds at which everything was done. */
  private long await(Side side, int count) {
    long arrived = 0;
    long moved = System.nanoTime();
    while (arrived < count || !side.isSettled()) {
      long now = field.arrived();
      if (now > arrived) {
        arrived = now;
        moved = System.nanoTime();
      } else if (System.nanoTime() - moved > STUCK.toNanos()) {
        throw new IllegalStateException(
            side.name() + " is stuck: " + arrived + " of " + count + " orders arrived");
      }
      nap();
    }
    return System.nanoTime();
  }

  private static void nap() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
