package dev.kontor.engine.delivery;

import dev.kontor.engine.budget.Breaker;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.db.DatabaseException;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Link;
import dev.kontor.engine.lane.Lane;
import dev.kontor.engine.lane.LanePlan;
import dev.kontor.engine.lane.LaneStore;
import dev.kontor.engine.lane.NodeLease;
import dev.kontor.engine.ledger.Finish;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.MessageState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims due lanes in batches, hands them to the jobs of their flows and stores what came of it.
 */
public final class Worker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final Duration IDLE = Duration.ofMillis(200);
  private static final int BATCH = 64;
  private static final int IN_FLIGHT = 256;

  private final DataSource database;
  private final LaneStore lanes;
  private final LedgerStore ledger;
  private final NodeLease lease;
  private final Map<String, FlowLine> lines;
  private final Jobs jobs;
  private final Rounds rounds;
  private final Pauses pauses;
  private final Semaphore free = new Semaphore(IN_FLIGHT);
  private final Semaphore signal = new Semaphore(0);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean running = true;
  private int claims;

  public Worker(
      DataSource database,
      LaneStore lanes,
      LedgerStore ledger,
      NodeLease lease,
      Map<String, FlowLine> lines,
      Jobs jobs,
      Rounds rounds,
      Pauses pauses) {
    this.database = database;
    this.lanes = lanes;
    this.ledger = ledger;
    this.lease = lease;
    this.lines = Map.copyOf(lines);
    this.jobs = jobs;
    this.rounds = rounds;
    this.pauses = pauses;
  }

  public void start() {
    threads.execute(this::loop);
  }

  /** Something was appended here: look at once. */
  public void wake() {
    signal.release();
  }

  private void loop() {
    while (running) {
      try {
        if (claimOnce() == 0) {
          signal.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS);
          signal.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      } catch (DatabaseException e) {
        LOG.warn("claiming lanes failed, trying again: {}", e.getMessage());
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(IDLE);
    } catch (InterruptedException e) {
      running = false;
    }
  }

  /**
   * Claims what is due and starts work on it.
   *
   * @return lanes claimed
   */
  private int claimOnce() throws InterruptedException {
    NodeLease.Held held = lease.current();
    int room = Math.min(BATCH, Math.max(1, free.availablePermits()));
    free.acquire(room);
    List<Lane> claimed = List.of();
    try {
      if (held.isValid()) {
        boolean byAge = ++claims % 4 == 0;
        claimed = Transactions.run(database, c -> lanes.claim(c, held.node(), room, byAge));
      }
    } finally {
      free.release(room - claimed.size());
    }
    if (!claimed.isEmpty()) {
      dispatch(held, claimed);
    }
    return claimed.size();
  }

  private void dispatch(NodeLease.Held held, List<Lane> claimed) {
    List<Long> ids = claimed.stream().map(Lane::id).toList();
    Map<Long, List<Message>> unfinished =
        Transactions.run(database, c -> ledger.unfinished(c, ids)).stream()
            .collect(Collectors.groupingBy(Message::lane));
    Map<Group, List<Claimed>> groups =
        claimed.stream()
            .map(lane -> plan(lane, unfinished.getOrDefault(lane.id(), List.of())))
            .collect(Collectors.groupingBy(Worker::group));
    groups.forEach((group, batch) -> threads.execute(() -> work(held, group, batch)));
  }

  private record Group(String flow, Class<?> work) {}

  private static Group group(Claimed claimed) {
    return new Group(claimed.lane().flow(), claimed.work().getClass());
  }

  private static Claimed plan(Lane lane, List<Message> unfinished) {
    return new Claimed(lane, unfinished, LanePlan.next(unfinished));
  }

  private void work(NodeLease.Held held, Group group, List<Claimed> batch) {
    try {
      rounds.store(held.node(), run(held, group, batch));
    } catch (RuntimeException e) {
      LOG.error("work on flow {} failed; its lanes are tried again", group.flow(), e);
      tryAgain(held, batch, e);
    } finally {
      free.release(batch.size());
      wake();
    }
  }

  private List<Round> run(NodeLease.Held held, Group group, List<Claimed> batch) {
    FlowLine line = lines.get(group.flow());
    if (line == null) {
      return each(batch, waiting("flow " + group.flow() + " is not configured or switched off"));
    }
    List<Link> needed = needed(line, batch.getFirst().work());
    Optional<MessageState> stopped = stopped(line, needed);
    if (stopped.isPresent()) {
      return each(batch, stopped.get());
    }
    return jobs.of(line.config().kind(), batch.getFirst().work())
        .map(job -> guarded(line, needed, job, batch, held))
        .orElseGet(() -> batch.stream().map(Claimed::round).toList());
  }

  private static MessageState waiting(String reason) {
    return new MessageState.Waiting(reason, "", null, Duration.ofMinutes(1));
  }

  /** Orders are read while their target is away, and effects leave while their source is. */
  private static List<Link> needed(FlowLine line, LanePlan.Work work) {
    return switch (work) {
      case LanePlan.Work.Capture c ->
          line.config().kind() == FlowKind.ORDERS
              ? List.of(line.from())
              : List.of(line.from(), line.to());
      case LanePlan.Work.Effect e -> List.of(line.to());
      case LanePlan.Work.Nothing n -> List.of();
    };
  }

  private Optional<MessageState> stopped(FlowLine line, List<Link> needed) {
    List<String> subjects = new ArrayList<>(List.of(WakeKeys.flow(line.name())));
    needed.forEach(link -> subjects.add(WakeKeys.connection(link.name())));
    for (String subject : subjects) {
      Optional<String> reason = pauses.reason(subject);
      if (reason.isPresent()) {
        return Optional.of(
            new MessageState.Waiting(
                subject + " is paused: " + reason.get(), "", subject, Duration.ofMinutes(1)));
      }
    }
    return Optional.empty();
  }

  /** While a system cannot be reached, one batch probes and the others wait for its result. */
  private static List<Round> guarded(
      FlowLine line, List<Link> needed, Job job, List<Claimed> batch, NodeLease.Held held) {
    for (Link link : needed) {
      Breaker breaker = link.breaker();
      Duration wait = breaker.ask();
      if (!wait.isZero()) {
        String reason = link.name() + " cannot be reached; one call probes, this waits";
        return each(batch, new MessageState.Retrying(reason, "Unavailable", wait, false));
      }
    }
    boolean probing = needed.stream().anyMatch(link -> link.breaker().isOpen());
    List<Claimed> probe = probing ? batch.subList(0, 1) : batch;
    List<Round> result = new ArrayList<>(job.run(line, probe, held));
    if (probe.size() < batch.size()) {
      result.addAll(batch.subList(1, batch.size()).stream().map(Claimed::round).toList());
    }
    return result;
  }

  /** Puts the message each lane would work on next into a state. */
  private static List<Round> each(List<Claimed> batch, MessageState state) {
    return batch.stream()
        .map(
            claimed -> {
              Round round = claimed.round();
              next(claimed).ifPresent(m -> round.finish(m, state));
              return round;
            })
        .toList();
  }

  private static Optional<Message> next(Claimed claimed) {
    return switch (claimed.work()) {
      case LanePlan.Work.Capture capture -> Optional.of(capture.notices().getLast());
      case LanePlan.Work.Effect effect -> Optional.of(effect.event());
      case LanePlan.Work.Nothing n -> Optional.empty();
    };
  }

  private void tryAgain(NodeLease.Held held, List<Claimed> batch, RuntimeException failure) {
    String reason = "the hub failed inside: " + failure.getClass().getSimpleName();
    try {
      List<Round> again =
          batch.stream()
              .map(
                  claimed -> {
                    Round round = claimed.round();
                    next(claimed)
                        .ifPresent(
                            m ->
                                round.finish(
                                    new Finish(m, inside(m, reason), "Failed", reason, null)));
                    return round;
                  })
              .toList();
      rounds.store(held.node(), again);
    } catch (RuntimeException e) {
      LOG.error("lanes stay with {} until its lease ends", held.node(), e);
    }
  }

  private static MessageState inside(Message message, String reason) {
    return message.attempts() >= BackOff.STANDARD.maxAttempts()
        ? new MessageState.Dead(reason, "Failed")
        : new MessageState.Retrying(reason, "Failed", Duration.ofSeconds(5), true);
  }

  @Override
  public void close() {
    running = false;
    wake();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
