package dev.kontor.engine.delivery;

import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.LaneKey;
import dev.kontor.engine.lane.Lane;
import dev.kontor.engine.lane.LaneStore;
import dev.kontor.engine.lane.NodeLease;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.Taking;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
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
  private static final int BATCH = 500;

  private final DataSource database;
  private final LaneStore lanes;
  private final LedgerStore ledger;
  private final NodeLease lease;
  private final LaneWork work;
  private final Places places = Places.ofProcess();
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
    Places.Room room = places.awaitRoom(BATCH);
    try {
      if (!held.isValid()) {
        return 0;
      }
      boolean byAge = ++claims % 4 == 0;
      List<Lane> claimed =
          Transactions.retrying(database, c -> claim(c, held.node(), room, byAge)).stream()
              .sorted(Comparator.comparingLong(Lane::id))
              .toList();
      dispatch(held, room, claimed);
      return claimed.size();
    } finally {
      room.settle();
    }
  }

  /** Where others may not have all the room, orders choose first. */
  private List<Lane> claim(Connection connection, String node, Places.Room room, boolean byAge)
      throws SQLException {
    if (room.others() == room.all()) {
      return lanes.claim(connection, node, room.all(), byAge);
    }
    List<Lane> claimed =
        new ArrayList<>(lanes.claim(connection, node, room.all(), byAge, LaneKey.ORDERS));
    int left = Math.min(room.others(), room.all() - claimed.size());
    if (left > 0) {
      claimed.addAll(lanes.claim(connection, node, left, byAge));
    }
    return claimed;
  }

  private void dispatch(NodeLease.Held held, Places.Room room, List<Lane> claimed) {
    if (claimed.isEmpty()) {
      return;
    }
    List<Long> ids = claimed.stream().map(Lane::id).toList();
    Map<Long, List<Message>> unfinished =
        Transactions.run(database, c -> ledger.unfinished(c, ids)).stream()
            .collect(Collectors.groupingBy(Message::lane));
    begin(
        held,
        room,
        claimed.stream()
            .map(lane -> plan(lane, unfinished.getOrDefault(lane.id(), List.of())))
            .toList());
  }

  /** Begins work on lanes this node owns. */
  private void begin(NodeLease.Held held, Places.Room room, List<Claimed> lanes) {
    room.use(lanes.size(), others(lanes));
    lanes.forEach(claimed -> inWork.put(claimed.lane().id(), claimed.lane().fence()));
    lanes.stream()
        .collect(
            Collectors.groupingBy(
                claimed -> group(held, claimed), LinkedHashMap::new, Collectors.toList()))
        .forEach(turns::add);
  }

  /** How many of the lanes are not of orders. */
  private int others(List<Claimed> lanes) {
    return (int) lanes.stream().filter(claimed -> !work.isOfOrders(claimed.lane().flow())).count();
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
      places.leave(batch.size(), others(batch));
      wake();
    }
  }

  /**
   * Room for lanes that are about to begin with messages this node adds, so that it works on them
   * without having to find them.
   */
  public final class Admission implements AutoCloseable {
    private final NodeLease.Held held = lease.current();
    private final Places.Room room;
    private boolean lookAround;

    private Admission(int most) {
      this.room = places.room(held.isValid() ? most : 0);
    }

    /** Under whose name lanes may be taken, and how many. */
    public Taking taking() {
      return new Taking(held.node(), room.all(), room.others());
    }

    /**
     * Begins work on lanes that were taken, once that is committed.
     *
     * @param others whether there was more, in lanes that must be claimed
     */
    public void begin(List<Claimed> lanes, boolean others) {
      lookAround = others;
      Worker.this.begin(held, room, lanes);
    }

    /** Nobody knows whether the lanes were taken. */
    public void failed() {
      strays = true;
      lookAround = true;
    }

    @Override
    public void close() {
      room.settle();
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
