package dev.kontor.proof.simulation;

import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch that has left. It reaches the system whatever becomes of the process: at once if that
 * goes on, else within the settle time.
 */
final class Delivery {

  /** What the system does with a write that reaches it. */
  @FunctionalInterface
  interface Target {
    Outcome take(Write write);
  }

  /** A call takes effect before that long after it left, or never. */
  static final Duration BOUND = World.LONGEST_CALL.plus(World.SETTLE).minusMillis(1);

  private final World world;
  private final Instant left;
  private final Weather.Writing luck;
  private final List<Write> batch;
  private final Target target;
  private final Runnable atTheLatest = this::arrivesLate;
  private @Nullable List<Outcome> outcomes;

  Delivery(World world, Weather.Writing luck, List<Write> batch, Target target) {
    this.world = world;
    this.left = world.now();
    this.luck = luck;
    this.batch = batch;
    this.target = target;
    world.at(left.plus(BOUND), atTheLatest);
  }

  private void arrivesLate() {
    world.trace().add("late arrival: " + now().size());
  }

  /** Whether an answer now still finds somebody who waits for it. */
  boolean isAwaited() {
    return Duration.between(left, world.now()).compareTo(World.LONGEST_CALL) <= 0;
  }

  /** What the system answers. */
  List<Outcome> now() {
    if (outcomes == null) {
      world.forget(atTheLatest);
      outcomes = take();
      if (isPartial(outcomes)) {
        world.tally().count(Happening.PART_OF_BATCH);
      }
    }
    return outcomes;
  }

  private static boolean isPartial(List<Outcome> outcomes) {
    return outcomes.stream().anyMatch(Outcome.Written.class::isInstance)
        && outcomes.stream().anyMatch(Fault.class::isInstance);
  }

  private List<Outcome> take() {
    return switch (luck) {
      case FINE, ANSWER_LOST -> batch.stream().map(target::take).toList();
      case CUT -> cut();
      case MIXED -> batch.stream().map(this::mixed).toList();
      case RESET, BUG ->
          batch.stream().limit(world.dice().below(batch.size() + 1)).map(target::take).toList();
      case LATE -> {
        batch.forEach(write -> later(write, world.dice().upTo(BOUND)));
        yield List.of();
      }
      case LATEST -> {
        batch.forEach(write -> later(write, BOUND));
        yield List.of();
      }
      case THROTTLED, AWAY, REQUEST_LOST -> List.of();
    };
  }

  /** Takes effect after the caller has given up. */
  private void later(Write write, Duration after) {
    Instant at = left.plus(after);
    world.at(
        at.isBefore(world.now()) ? world.now() : at,
        () -> {
          world.trace().add("late effect of " + write.reference());
          world.lookUps().effect(write.reference(), left);
          target.take(write);
        });
  }

  private List<Outcome> cut() {
    int done = world.dice().below(batch.size() + 1);
    List<Outcome> answer = new ArrayList<>();
    for (Write write : batch) {
      answer.add(
          answer.size() < done
              ? target.take(write)
              : new Fault.Unavailable("not mentioned in the answer"));
    }
    return answer;
  }

  private Outcome mixed(Write write) {
    return switch (world.dice().below(6)) {
      case 0 -> new Fault.Throttled(null);
      case 1 -> new Fault.Unavailable("not done");
      case 2 -> {
        target.take(write);
        yield new Fault.OutcomeUnknown("no answer");
      }
      case 5 -> {
        later(write, world.dice().upTo(BOUND));
        yield new Fault.OutcomeUnknown("no answer");
      }
      default -> target.take(write);
    };
  }
}
