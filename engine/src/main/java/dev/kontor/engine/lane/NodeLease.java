package dev.kontor.engine.lane;

import dev.kontor.engine.budget.SendPermit;
import dev.kontor.engine.db.Transactions;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/**
 * This process's right to act. Renewed by heartbeat on the database's clock; judged locally on the
 * monotonic clock, counted from before the renewal was asked for, so that it never outlives the
 * database's view.
 */
public final class NodeLease implements SendPermit {

  private final String node = "node-" + UUID.randomUUID();
  private final DataSource database;
  private final LaneStore lanes;
  private final Duration lease;
  private final LongSupplier nanoTime;
  private final AtomicLong validUntil;

  public NodeLease(DataSource database, LaneStore lanes, Duration lease, LongSupplier nanoTime) {
    this.database = database;
    this.lanes = lanes;
    this.lease = lease;
    this.nanoTime = nanoTime;
    this.validUntil = new AtomicLong(nanoTime.getAsLong());
  }

  /** Unique per process start. */
  public String node() {
    return node;
  }

  public Duration lease() {
    return lease;
  }

  /**
   * Renews the lease.
   *
   * @return false if it had run out: this node must stop and start anew under another name
   */
  public boolean renew() {
    long asked = nanoTime.getAsLong();
    boolean held =
        Transactions.run(database, connection -> lanes.heartbeat(connection, node, lease));
    if (held) {
      validUntil.set(asked + lease.toNanos());
    }
    return held;
  }

  @Override
  public boolean isValid() {
    return validUntil.get() - nanoTime.getAsLong() > 0;
  }
}
