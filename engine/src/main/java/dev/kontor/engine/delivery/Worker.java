package dev.kontor.engine.delivery;

import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.lane.Lane;
import dev.kontor.engine.lane.LaneStore;
import dev.kontor.engine.lane.NodeLease;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.Taking;
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
  private static final int BATCH = 256;
  private static final int IN_FLIGHT = 1024;

  private final DataSource database;
  private final LaneStore lanes;
  private final LedgerStore ledger;
  private final NodeLease lease;
  private final LaneWork work;
  private final Semaphore free = new Semaphore(IN_FLIGHT);
  private final Semaphore signal = new Semaphore(0);
  private final ExecutorService threads;
  private final Turns<Group, Claimed> turns;
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
    this.turns = new Turns<>(threads, group -> work.batching(group.flow()), this::work);
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
    begin(
        held,
        claimed.stream()
            .map(lane -> plan(lane, unfinished.getOrDefault(lane.id(), List.of())))
            .toList());
  }

  /** Begins work on lanes this node owns; their room is taken by now. */
  private void begin(NodeLease.Held held, List<Claimed> lanes) {
    lanes.forEach(claimed -> inWork.put(claimed.lane().id(), claimed.lane().fence()));
    lanes.stream()
        .collect(
            Collectors.groupingBy(
                claimed -> group(held, claimed), LinkedHashMap::new, Collectors.toList()))
        .forEach(turns::add);
  }

  private record Group(NodeLease.Held held, String flow, Class<?> work) {}

  private static Group group(NodeLease.Held held, Claimed claimed) {
    return new Group(held, claimed.lane().flow(), claimed.work().getClass());
  }

  private static Claimed plan(Lane lane, List<Message> unfinished) {
    return Claimed.of(lane, unfinished, AtHand.NOTHING);
  }

  private void work(Group group, List<Claimed> batch) {
    boolean stored = false;
    try {
      List<Claimed> next = work.perform(group.held(), group.flow(), batch);
      while (!next.isEmpty()) {
        next = work.perform(group.held(), group.flow(), next);
      }
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

  /**
   * Room for lanes that are about to begin with messages this node adds, so that it works on them
   * without having to find them.
   */
  public final class Admission implements AutoCloseable {
    private final NodeLease.Held held = lease.current();
    private int room;
    private boolean lookAround;

    private Admission(int most) {
      int wanted = held.isValid() ? Math.min(most, free.availablePermits()) : 0;
      this.room = wanted > 0 && free.tryAcquire(wanted) ? wanted : 0;
    }

    /** Under whose name lanes may be taken, and how many. */
    public Taking taking() {
      return new Taking(held.node(), room);
    }

    /**
     * Begins work on lanes that were taken, once that is committed.
     *
     * @param others whether there was more, in lanes that must be claimed
     */
    public void begin(List<Claimed> lanes, boolean others) {
      room -= lanes.size();
      lookAround = others;
      Worker.this.begin(held, lanes);
    }

    /** Nobody knows whether the lanes were taken. */
    public void failed() {
      strays = true;
      lookAround = true;
    }

    @Override
    public void close() {
      free.release(room);
      if (lookAround) {
        wake();
      }
    }
  }

  public Admission admit(int most) {
    return new Admission(most);
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
