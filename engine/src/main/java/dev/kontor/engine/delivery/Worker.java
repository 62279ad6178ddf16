package dev.kontor.engine.delivery;

import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.lane.Lane;
import dev.kontor.engine.lane.LanePlan;
import dev.kontor.engine.lane.LaneStore;
import dev.kontor.engine.lane.NodeLease;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.engine.ledger.Message;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
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
  private final LaneWork work;
  private final Semaphore free = new Semaphore(IN_FLIGHT);
  private final Semaphore signal = new Semaphore(0);
  private final ExecutorService threads;
  private final Map<Long, Long> inWork = new ConcurrentHashMap<>();
  private volatile boolean running = true;
  private volatile boolean strays;
  private int claims;

  /**
   * @param threads what the work runs on; closed with this worker
   */
  public Worker(
      DataSource database,
      LaneStore lanes,
      LedgerStore ledger,
      NodeLease lease,
      LaneWork work,
      ExecutorService threads) {
    this.database = database;
    this.lanes = lanes;
    this.ledger = ledger;
    this.lease = lease;
    this.work = work;
    this.threads = threads;
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
        if (step() == 0) {
          signal.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS);
          signal.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.warn("claiming lanes failed, trying again", e);
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
   * Claims what is due and begins work on it.
   *
   * @return lanes claimed
   */
  public int step() throws InterruptedException {
    try {
      giveBackStrays();
      return claimOnce();
    } catch (RuntimeException e) {
      strays = true;
      throw e;
    }
  }

  private int claimOnce() throws InterruptedException {
    NodeLease.Held held = lease.current();
    int room = Math.min(BATCH, Math.max(1, free.availablePermits()));
    free.acquire(room);
    int begun = 0;
    try {
      if (held.isValid()) {
        boolean byAge = ++claims % 4 == 0;
        List<Lane> claimed =
            Transactions.run(database, c -> lanes.claim(c, held.node(), room, byAge)).stream()
                .sorted(Comparator.comparingLong(Lane::id))
                .toList();
        dispatch(held, claimed);
        begun = claimed.size();
      }
      return begun;
    } finally {
      free.release(room - begun);
    }
  }

  private void dispatch(NodeLease.Held held, List<Lane> claimed) {
    if (claimed.isEmpty()) {
      return;
    }
    List<Long> ids = claimed.stream().map(Lane::id).toList();
    Map<Long, List<Message>> unfinished =
        Transactions.run(database, c -> ledger.unfinished(c, ids)).stream()
            .collect(Collectors.groupingBy(Message::lane));
    Map<Group, List<Claimed>> groups =
        claimed.stream()
            .map(lane -> plan(lane, unfinished.getOrDefault(lane.id(), List.of())))
            .collect(Collectors.groupingBy(Worker::group, LinkedHashMap::new, Collectors.toList()));
    claimed.forEach(lane -> inWork.put(lane.id(), lane.fence()));
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
    boolean stored = false;
    try {
      work.perform(held, group.flow(), batch);
      stored = true;
    } catch (RuntimeException e) {
      LOG.error("what became of flow {} could not be stored", group.flow(), e);
    } finally {
      batch.forEach(claimed -> inWork.remove(claimed.lane().id(), claimed.lane().fence()));
      strays = strays || !stored;
      free.release(batch.size());
      wake();
    }
  }

  /** After a failure half way the database may think that we work on lanes we know nothing of. */
  private void giveBackStrays() {
    if (strays) {
      strays = false;
      List<Long> known = List.copyOf(inWork.keySet());
      Transactions.run(database, c -> lanes.giveBack(c, lease.current().node(), known));
    }
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
