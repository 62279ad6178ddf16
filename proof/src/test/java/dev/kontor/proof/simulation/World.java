package dev.kontor.proof.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** Time, chance and what was seen to go wrong. */
final class World {

  static final Instant BEGIN = Instant.parse("2026-11-20T10:00:00Z");
  static final Duration LEASE = Duration.ofSeconds(10);
  static final Duration LONGEST_CALL = Duration.ofSeconds(30);
  static final Duration SETTLE = Duration.ofSeconds(90);
  static final Duration LONGEST_STOP = Duration.ofMinutes(3);

  private record Later(Instant at, long number, Runnable what) {}

  private final Dice dice;
  private final Fate fate;
  private final Trace trace = new Trace();
  private final Tally tally = new Tally();
  private final LookUps lookUps = new LookUps(tally);
  private final List<String> violations = new ArrayList<>();
  private final PriorityQueue<Later> later =
      new PriorityQueue<>(
          java.util.Comparator.comparing(Later::at).thenComparingLong(Later::number));
  private long numbers;
  private Instant now = BEGIN;

  World(Dice dice, Fate fate) {
    this.dice = dice;
    this.fate = fate;
  }

  Dice dice() {
    return dice;
  }

  Fate fate() {
    return fate;
  }

  Trace trace() {
    return trace;
  }

  Tally tally() {
    return tally;
  }

  LookUps lookUps() {
    return lookUps;
  }

  Instant now() {
    return now;
  }

  long nanoTime() {
    return Duration.between(BEGIN, now).toNanos();
  }

  /** Nothing happens at the same instant as something else. */
  Instant tick() {
    now = now.plusMillis(1);
    return now;
  }

  void advance(Duration by) {
    Instant to = now.plus(by);
    while (!later.isEmpty() && !later.peek().at().isAfter(to)) {
      Later next = later.remove();
      now = next.at().isAfter(now) ? next.at() : now;
      next.what().run();
    }
    now = to.isAfter(now) ? to : now;
    trace.add("time " + Duration.between(BEGIN, now));
  }

  /** Something that happens by itself at that time. */
  void at(Instant time, Runnable what) {
    later.add(new Later(time, numbers++, what));
  }

  /** It has happened already. */
  void forget(Runnable what) {
    later.removeIf(l -> l.what().equals(what));
  }

  /** When something happens by itself next, {@link Instant#MAX} for never. */
  Instant nextByItself() {
    return later.isEmpty() ? Instant.MAX : later.peek().at();
  }

  void violation(String what) {
    trace.add("VIOLATION " + what);
    violations.add(what);
  }

  List<String> violations() {
    return violations;
  }
}
