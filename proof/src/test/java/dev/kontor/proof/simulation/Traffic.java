package dev.kontor.proof.simulation;

import dev.kontor.engine.budget.NodePermit;
import dev.kontor.spi.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The calls of all hubs as one system sees them, against what it allows. */
final class Traffic {

  private static final Duration WINDOW = Duration.ofMinutes(5);

  /** A call on its way; its process's right to it ends with the lease it began under. */
  static final class Call {
    private final String what;
    private final NodePermit lease;

    private Call(String what, NodePermit lease) {
      this.what = what;
      this.lease = lease;
    }
  }

  private final World world;
  private final String system;
  private final int concurrent;
  private final long perFiveMinutes;
  private final List<Call> inFlight = new ArrayList<>();
  private final Deque<Instant> lately = new ArrayDeque<>();

  /**
   * @param concurrent most calls in flight
   * @param perFiveMinutes most calls in five minutes, 0 for any number
   */
  Traffic(World world, String system, int concurrent, long perFiveMinutes) {
    this.world = world;
    this.system = system;
    this.concurrent = concurrent;
    this.perFiveMinutes = perFiveMinutes;
  }

  static Traffic random(World world, String system) {
    Dice dice = world.dice();
    int concurrent = 1 + dice.below(4);
    return new Traffic(world, system, concurrent, dice.chance(300) ? 150 + dice.below(600) : 0);
  }

  /** As the hub's configuration says it. */
  Map<String, Long> limits() {
    return Map.of(
        Limit.CONCURRENT_REQUESTS,
        (long) concurrent,
        Limit.REQUESTS_PER_FIVE_MINUTES,
        perFiveMinutes);
  }

  Call begins(String what, NodePermit lease) {
    Instant now = world.now();
    lately.add(now);
    lately.removeIf(at -> !at.isAfter(now.minus(WINDOW)));
    if (perFiveMinutes > 0 && lately.size() > perFiveMinutes) {
      world.violation(system + " was asked " + lately.size() + " times in five minutes");
    }
    Call call = new Call(what, lease);
    inFlight.add(call);
    List<String> held = inFlight.stream().filter(c -> c.lease.isValid()).map(c -> c.what).toList();
    if (held.size() > concurrent) {
      world.violation(system + " has more than " + concurrent + " calls in flight: " + held);
    }
    return call;
  }

  void ends(Call call) {
    inFlight.remove(call);
  }
}
