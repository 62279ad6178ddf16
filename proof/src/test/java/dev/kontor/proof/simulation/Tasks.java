package dev.kontor.proof.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Threads of which only one runs at any time. A task gives its turn back wherever a real process
 * could be interrupted without holding a lock; the dice decides who goes on.
 */
final class Tasks {

  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("task-", 0).factory());
  private static final ThreadLocal<@Nullable Task> CURRENT = new ThreadLocal<>();

  /** A turn takes milliseconds; after so long it will never end. */
  private static final Duration STUCK = Duration.ofMinutes(5);

  /** One activity of one process. */
  final class Task implements Runnable {
    private final HubProcess process;
    private final String name;
    private final Runnable body;
    private final Semaphore turn = new Semaphore(0);
    private boolean begun;
    private boolean ended;
    private BooleanSupplier ready = () -> true;

    private Task(HubProcess process, String name, Runnable body) {
      this.process = process;
      this.name = name;
      this.body = body;
    }

    @Override
    public void run() {
      turn.acquireUninterruptibly();
      CURRENT.set(this);
      try {
        process.mustLive();
        body.run();
      } catch (Killed killed) {
        trace.add(process.name() + " " + name + " dies");
      } catch (Throwable bug) {
        failure = bug;
      } finally {
        ended = true;
        CURRENT.remove();
        back.release();
      }
    }

    private void waitForTurn() {
      back.release();
      turn.acquireUninterruptibly();
      process.mustLive();
    }

    /** A dead one can, to its end. */
    private boolean canGoOn() {
      return !process.isAlive() || (!process.isStopped() && ready.getAsBoolean());
    }
  }

  private final Trace trace;
  private final List<Task> waiting = new ArrayList<>();
  private final Semaphore back = new Semaphore(0);
  private @Nullable Throwable failure;

  Tasks(Trace trace) {
    this.trace = trace;
  }

  void begin(HubProcess process, String name, Runnable body) {
    waiting.add(new Task(process, name, body));
  }

  /** Lets others go on first, if called by a task. */
  static void pause() {
    Task task = CURRENT.get();
    if (task != null) {
      task.waitForTurn();
    }
  }

  /** Lets others go on until something has happened, if called by a task. */
  static void pauseUntil(BooleanSupplier happened) {
    Task task = CURRENT.get();
    if (task != null && !happened.getAsBoolean()) {
      task.ready = happened;
      task.waitForTurn();
      task.ready = () -> true;
    }
  }

  /** Whether somebody who is not stopped waits for something to happen. */
  boolean anybodyWaits() {
    return waiting.stream().anyMatch(t -> !t.process.isStopped());
  }

  static boolean inTask() {
    return CURRENT.get() != null;
  }

  /** Lets one task run until it pauses or ends; false if none can. */
  boolean turn(Dice dice) {
    return turn(dice, task -> true);
  }

  /** As {@link #turn(Dice)}, for one process only. */
  boolean turnOf(HubProcess process, Dice dice) {
    return turn(dice, task -> task.process.equals(process));
  }

  /** Lets one activity of a process run to its end, unless it is stopped. */
  void finish(HubProcess process, String name, Dice dice) {
    while (turn(dice, task -> task.process.equals(process) && task.name.equals(name))) {
      // Until it has ended.
    }
  }

  private boolean turn(Dice dice, Predicate<Task> which) {
    List<Task> able = waiting.stream().filter(t -> which.test(t) && t.canGoOn()).toList();
    if (able.isEmpty()) {
      return false;
    }
    Task task = dice.oneOf(able);
    trace.add(task.process.name() + " " + task.name + (task.begun ? " goes on" : " begins"));
    if (!task.begun) {
      task.begun = true;
      THREADS.execute(task);
    }
    task.turn.release();
    awaitBack(task);
    if (task.ended) {
      waiting.remove(task);
    }
    rethrow();
    return true;
  }

  private void awaitBack(Task task) {
    try {
      if (!back.tryAcquire(STUCK.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException(
            task.process.name() + " " + task.name + " neither pauses nor ends");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void rethrow() {
    Throwable bug = failure;
    failure = null;
    if (bug != null) {
      throw new IllegalStateException("a task failed", bug);
    }
  }

  boolean busy(HubProcess process, String name) {
    return waiting.stream().anyMatch(t -> t.process.equals(process) && t.name.equals(name));
  }

  boolean busy(HubProcess process) {
    return waiting.stream().anyMatch(t -> t.process.equals(process));
  }

  /** Lets what a dead process was doing end, so that its threads are free. */
  void bury(HubProcess process, Dice dice) {
    while (turnOf(process, dice)) {
      // Each ends at its next step, which finds the process dead.
    }
  }
}
