package dev.kontor.engine;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.delivery.Pauses;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.lane.NodeLease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens by itself. Polls, sealing and retention run in one process at a time, fenced by what
 * they store; the heartbeat runs in every process.
 */
final class Timers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Timers.class);
  private static final Duration SEAL = Duration.ofSeconds(2);
  private static final Duration RETENTION = Duration.ofHours(1);
  private static final Duration SCHEDULER = Duration.ofMillis(500);

  private final Scheduler scheduler;
  private final ScheduledExecutorService heartbeat =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("heartbeat").factory());
  private @Nullable ScheduledFuture<?> beats;
  private final NodeLease lease;
  private final Pauses pauses;

  Timers(
      DataSource database,
      Collection<FlowLine> lines,
      Consumer<FlowLine> poll,
      IntSupplier seal,
      Runnable retention,
      NodeLease lease,
      Pauses pauses) {
    this.lease = lease;
    this.pauses = pauses;
    List<RecurringTask<Void>> tasks = new ArrayList<>();
    lines.stream().filter(Timers::isPolled).forEach(line -> tasks.add(polling(line, poll)));
    tasks.add(
        Tasks.recurring("seal", FixedDelay.of(SEAL)).execute((instance, context) -> sealed(seal)));
    tasks.add(
        Tasks.recurring("retention", FixedDelay.of(RETENTION))
            .execute((instance, context) -> retention.run()));
    this.scheduler =
        Scheduler.create(database)
            .startTasks(tasks)
            .threads(tasks.size() + 1)
            .pollingInterval(SCHEDULER)
            .heartbeatInterval(Duration.ofSeconds(10))
            .missedHeartbeatsLimit(4)
            .build();
  }

  private static boolean isPolled(FlowLine line) {
    return line.config().kind() == FlowKind.ORDERS || line.config().kind() == FlowKind.STOCK;
  }

  private static RecurringTask<Void> polling(FlowLine line, Consumer<FlowLine> poll) {
    return Tasks.recurring("poll " + line.name(), FixedDelay.of(line.config().poll()))
        .execute((instance, context) -> poll.accept(line));
  }

  private static void sealed(IntSupplier seal) {
    int rows = seal.getAsInt();
    LOG.debug("sealed {} audit rows", rows);
  }

  void start() {
    long every = lease.renewEvery().toMillis();
    beats = heartbeat.scheduleAtFixedRate(this::beat, every, every, TimeUnit.MILLISECONDS);
    scheduler.start();
  }

  private void beat() {
    try {
      lease.renew();
      pauses.refresh();
    } catch (RuntimeException e) {
      LOG.warn("heartbeat failed, tried again: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    scheduler.stop();
    if (beats != null) {
      beats.cancel(false);
    }
    heartbeat.shutdown();
  }
}
