package dev.kontor.proof.simulation;

import dev.kontor.engine.budget.SendPermit;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way between one process and a system: calls are held up, refused, cut off and answered late.
 */
final class Wire {

  /** What the system does with a write that reaches it. */
  @FunctionalInterface
  interface Target {
    Outcome take(Write write);
  }

  /** A call takes effect before that long after it left, or never. */
  private static final Duration BOUND = World.LONGEST_CALL.plus(World.SETTLE).minusMillis(1);

  private final World world;
  private final HubProcess process;
  private final Weather weather;

  Wire(World world, HubProcess process, Weather weather) {
    this.world = world;
    this.process = process;
    this.weather = weather;
  }

  /** A call that only reads. */
  <T> T read(String what, Supplier<T> answer) {
    process.moment("before reading " + what);
    switch (weather.reading()) {
      case FINE -> {
        // On it goes.
      }
      case THROTTLED -> throw fault(what, throttled());
      case AWAY -> throw fault(what, new Fault.Unavailable("connection refused"));
      case BUG -> {
        world.trace().add(process.name() + " connector fails reading " + what);
        throw new IllegalStateException("the connector has a bug");
      }
    }
    T result = answer.get();
    process.moment("after reading " + what);
    return result;
  }

  /**
   * A call that writes. As the real way to the network it asks for the permit as the body leaves.
   */
  List<Outcome> write(String what, List<Write> batch, Target target) {
    process.moment("before writing " + what);
    hold(what);
    process.mustLive();
    if (!SendPermit.CURRENT.get().isValid()) {
      world.trace().add(process.name() + " may not write " + what);
      throw new FaultException(new Fault.Unavailable("lease lost before sending"));
    }
    Instant left = world.now();
    Weather.Writing luck = weather.writing();
    world.trace().add(process.name() + " writes " + batch.size() + " " + what + ": " + luck);
    Taking taking = new Taking(left, luck, batch, target);
    process.moment("while writing " + what);
    return switch (luck) {
      case FINE, CUT, MIXED -> answered(left, what, taking.now());
      case THROTTLED -> throw new FaultException(throttled());
      case AWAY -> throw new FaultException(new Fault.Unavailable("connection refused"));
      case REQUEST_LOST, ANSWER_LOST, RESET, LATE -> {
        taking.now();
        throw unknown(what);
      }
      case BUG -> {
        taking.now();
        throw new IllegalStateException("the connector has a bug");
      }
    };
  }

  /**
   * What has left reaches the system whatever becomes of the process: at once if it goes on, else
   * within the settle time.
   */
  private final class Taking {
    private final Instant left;
    private final Weather.Writing luck;
    private final List<Write> batch;
    private final Target target;
    private final Runnable atTheLatest = this::arrivesLate;
    private @Nullable List<Outcome> outcomes;

    Taking(Instant left, Weather.Writing luck, List<Write> batch, Target target) {
      this.left = left;
      this.luck = luck;
      this.batch = batch;
      this.target = target;
      world.at(left.plus(BOUND), atTheLatest);
    }

    private void arrivesLate() {
      world.trace().add("late arrival: " + now().size());
    }

    List<Outcome> now() {
      if (outcomes == null) {
        world.forget(atTheLatest);
        outcomes = take();
      }
      return outcomes;
    }

    private List<Outcome> take() {
      return switch (luck) {
        case FINE, ANSWER_LOST -> batch.stream().map(target::take).toList();
        case CUT -> cut(batch, target);
        case MIXED -> batch.stream().map(w -> mixed(left, w, target)).toList();
        case RESET, BUG ->
            batch.stream().limit(world.dice().below(batch.size() + 1)).map(target::take).toList();
        case LATE -> {
          batch.forEach(write -> later(left, write, target));
          yield List.of();
        }
        case THROTTLED, AWAY, REQUEST_LOST -> List.of();
      };
    }
  }

  /** The process lives on and keeps its lease, only this call gets no turn. */
  private void hold(String what) {
    Duration held = weather.held();
    Instant until = world.now().plus(held);
    if (!held.isZero()) {
      world.trace().add(process.name() + " holds " + what + " for " + held);
    }
    while (Tasks.inTask() && !weather.isCalm() && world.now().isBefore(until)) {
      Tasks.pause();
    }
  }

  /** An answer that comes after the call's deadline reaches nobody. */
  private List<Outcome> answered(Instant left, String what, List<Outcome> answer) {
    process.moment("after writing " + what);
    boolean inTime = Duration.between(left, world.now()).compareTo(World.LONGEST_CALL) <= 0;
    if (!inTime) {
      throw unknown(what);
    }
    return answer;
  }

  /** Takes effect after the caller has given up, but within the settle time. */
  private void later(Instant left, Write write, Target target) {
    Instant at = left.plus(world.dice().upTo(BOUND));
    world.at(
        at.isBefore(world.now()) ? world.now() : at,
        () -> {
          world.trace().add("late effect of " + write.reference());
          target.take(write);
        });
  }

  private List<Outcome> cut(List<Write> batch, Target target) {
    int done = world.dice().below(batch.size() + 1);
    List<Outcome> outcomes = new ArrayList<>();
    for (Write write : batch) {
      outcomes.add(
          outcomes.size() < done
              ? target.take(write)
              : new Fault.Unavailable("not mentioned in the answer"));
    }
    return outcomes;
  }

  private Outcome mixed(Instant left, Write write, Target target) {
    return switch (world.dice().below(6)) {
      case 0 -> throttled();
      case 1 -> new Fault.Unavailable("not done");
      case 2 -> {
        target.take(write);
        yield new Fault.OutcomeUnknown("no answer");
      }
      case 5 -> {
        later(left, write, target);
        yield new Fault.OutcomeUnknown("no answer");
      }
      default -> target.take(write);
    };
  }

  private Fault throttled() {
    return new Fault.Throttled(
        world.dice().chance(500) ? null : world.dice().upTo(Duration.ofSeconds(30)));
  }

  private FaultException unknown(String what) {
    process.moment("waiting for an answer to " + what);
    return new FaultException(new Fault.OutcomeUnknown("no answer"));
  }

  private FaultException fault(String what, Fault fault) {
    world.trace().add(process.name() + " reading " + what + ": " + fault.message());
    return new FaultException(fault);
  }
}
