package dev.kontor.engine;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.kontor.engine.capture.Hints;
import dev.kontor.engine.flow.FlowLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens by itself. Polls, sealing, retention, nightly comparisons, alerts and the care of
 * subscriptions run in one process at a time, fenced by what they store; the heartbeat runs in
 * every process.
 */
final class Timers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Timers.class);
  private static final Duration SEAL = Duration.ofSeconds(2);
  private static final Duration RETENTION = Duration.ofHours(1);
  private static final Duration RECONCILE = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final Duration NOTIFY = Duration.ofSeconds(2);
  private static final Duration SCHEDULER = Duration.ofMillis(500);

  private final Scheduler scheduler;
  private final ScheduledExecutorService heartbeat =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("heartbeat").factory());
  private @Nullable ScheduledFuture<?> beats;
  private final Steps steps;
  private final Duration renewEvery;

  Timers(DataSource database, Collection<FlowLine> lines, Steps steps, Duration renewEvery) {
    this.steps = steps;
    this.renewEvery = renewEvery;
    List<RecurringTask<Void>> tasks = new ArrayList<>();
    lines.stream().filter(Timers::isPolled).forEach(line -> tasks.add(polling(line)));
    tasks.add(Tasks.recurring("seal", FixedDelay.of(SEAL)).execute((instance, context) -> seal()));
    tasks.add(
        Tasks.recurring("retention", FixedDelay.of(RETENTION))
            .execute((instance, context) -> steps.retain()));
    if (lines.stream().anyMatch(line -> line.config().reconcile() != null)) {
      tasks.add(
          Tasks.recurring("reconcile", FixedDelay.of(RECONCILE))
              .execute((instance, context) -> steps.reconcile()));
    }
    if (steps.isAlerting()) {
      tasks.add(
          Tasks.recurring("alerts", FixedDelay.of(LOOK)).execute((task, context) -> steps.look()));
    }
    steps.receivers().forEach(receiver -> tasks.add(notifying(receiver)));
    List<CustomTask<Void>> subscribing =
        steps.subscribed().stream().map(this::subscribing).toList();
    this.scheduler =
        Scheduler.create(database)
            .startTasks(tasks)
            .startTasks(subscribing)
            .threads(tasks.size() + subscribing.size() + 1)
            .pollingInterval(SCHEDULER)
            .heartbeatInterval(Duration.ofSeconds(10))
            .missedHeartbeatsLimit(4)
            .build();
  }

  private static boolean isPolled(FlowLine line) {
    return line.config().kind().isPolled();
  }

  private RecurringTask<Void> polling(FlowLine line) {
    return Tasks.recurring(Hints.task(line.name()), FixedDelay.of(line.config().poll()))
        .execute((instance, context) -> steps.poll(line));
  }

  /** One for each, so that a receiver that does not answer keeps none waiting. */
  private RecurringTask<Void> notifying(String receiver) {
    return Tasks.recurring("alerts to " + receiver, FixedDelay.of(NOTIFY))
        .execute((task, context) -> steps.tell(receiver));
  }

  /** Name of the task that looks after the subscriptions at a connection's system. */
  static String subscriptions(String connection) {
    return "subscriptions " + connection;
  }

  private CustomTask<Void> subscribing(String connection) {
    return Tasks.custom(subscriptions(connection), Void.class)
        .scheduleOnStartup(RecurringTask.INSTANCE, null, now -> now)
        .execute(
            (instance, context) ->
                new CompletionHandler.OnCompleteReschedule<>(
                    FixedDelay.of(steps.subscribe(connection))));
  }

  private void seal() {
    int rows = steps.seal();
    LOG.debug("sealed {} audit rows", rows);
  }

  void start() {
    long every = renewEvery.toMillis();
    beats = heartbeat.scheduleAtFixedRate(this::beat, every, every, TimeUnit.MILLISECONDS);
    scheduler.start();
  }

  private void beat() {
    try {
      steps.beat();
    } catch (RuntimeException e) {
      LOG.warn("heartbeat failed, tried again: {}", e.getMessage());
    }
  }

  /** Begins nothing any more; the heartbeat goes on, for what is still on its way. */
  void rest() {
    scheduler.stop();
  }

  /** Ends the heartbeat; {@link #rest} comes before it. */
  @Override
  public void close() {
    if (beats != null) {
      beats.cancel(false);
    }
    heartbeat.shutdown();
  }
}
