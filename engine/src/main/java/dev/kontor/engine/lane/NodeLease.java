package dev.kontor.engine.lane;

import dev.kontor.engine.budget.NodePermit;
import dev.kontor.engine.db.Transactions;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * This process's right to act. Renewed by heartbeat on the database's clock; judged locally on the
 * monotonic clock, counted from before the renewal was asked for, so that it never outlives the
 * database's view. A lease that ran out is never revived: the process goes on under a new name, and
 * whatever was begun under the old one can neither write nor store an outcome.
 */
public final class NodeLease {

  /** The lease under one name. */
  public static final class Held implements NodePermit {
    private final String node;
    private final LongSupplier nanoTime;
    private final AtomicLong validUntil;
    private volatile boolean joined;

    private Held(UUID name, LongSupplier nanoTime) {
      this.node = "node-" + name;
      this.nanoTime = nanoTime;
      this.validUntil = new AtomicLong(nanoTime.getAsLong());
    }

    /** Owner of lanes in the database. */
    @Override
    public String node() {
      return node;
    }

    @Override
    public boolean isValid() {
      return validUntil.get() - nanoTime.getAsLong() > 0;
    }
  }

  private final DataSource database;
  private final LaneStore lanes;
  private final Duration lease;
  private final LongSupplier nanoTime;
  private final Supplier<UUID> names;
  private volatile Held held;

  public NodeLease(DataSource database, LaneStore lanes, Duration lease, LongSupplier nanoTime) {
    this(database, lanes, lease, nanoTime, UUID::randomUUID);
  }

  /**
   * @param names never the same twice, in no process
   */
  public NodeLease(
      DataSource database,
      LaneStore lanes,
      Duration lease,
      LongSupplier nanoTime,
      Supplier<UUID> names) {
    this.database = database;
    this.lanes = lanes;
    this.lease = lease;
    this.nanoTime = nanoTime;
    this.names = names;
    this.held = new Held(names.get(), nanoTime);
  }

  public Held current() {
    return held;
  }

  /** How often to renew: three chances within one lease. */
  public Duration renewEvery() {
    return lease.dividedBy(4);
  }

  /** Renews the lease, or takes a new one if it ran out; also clears up after dead nodes. */
  public void renew() {
    if (!renew(held)) {
      Held next = new Held(names.get(), nanoTime);
      if (renew(next)) {
        held = next;
      }
    }
    Transactions.execute(
        database,
        connection -> {
          lanes.reap(connection);
          lanes.forget(connection);
        });
  }

  /** Gives every lane back at an orderly stop. */
  public void leave() {
    Transactions.execute(database, connection -> lanes.leave(connection, held.node()));
  }

  private boolean renew(Held candidate) {
    long asked = nanoTime.getAsLong();
    boolean ok =
        Transactions.run(
            database,
            connection ->
                candidate.joined
                    ? lanes.heartbeat(connection, candidate.node(), lease)
                    : lanes.join(connection, candidate.node(), lease));
    if (ok) {
      candidate.joined = true;
      candidate.validUntil.set(asked + lease.toNanos());
    }
    return ok;
  }
}
