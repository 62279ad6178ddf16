package dev.kontor.engine;

import dev.kontor.engine.audit.Retention;
import dev.kontor.engine.audit.Sealer;
import dev.kontor.engine.budget.Budgets;
import dev.kontor.engine.capture.Door;
import dev.kontor.engine.delivery.Pauses;
import dev.kontor.engine.delivery.Worker;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.lane.NodeLease;
import dev.kontor.engine.table.ValueTables;
import java.time.Duration;
import java.util.List;

/**
 * All that a hub does by itself, one step at a time. The threads and timers of a started hub take
 * these steps; a hub that was only opened takes one when it is told to.
 */
public final class Steps {

  private final Worker worker;
  private final Door door;
  private final Polling polling;
  private final Sealer sealer;
  private final Retention retention;
  private final NodeLease lease;
  private final Pauses pauses;
  private final ValueTables tables;
  private final Budgets budgets;
  private final Nights nights;
  private final Subscribing subscribing;

  Steps(
      Worker worker,
      Door door,
      Polling polling,
      Sealer sealer,
      Retention retention,
      NodeLease lease,
      Pauses pauses,
      ValueTables tables,
      Budgets budgets,
      Nights nights,
      Subscribing subscribing) {
    this.worker = worker;
    this.door = door;
    this.polling = polling;
    this.sealer = sealer;
    this.retention = retention;
    this.lease = lease;
    this.pauses = pauses;
    this.tables = tables;
    this.budgets = budgets;
    this.nights = nights;
    this.subscribing = subscribing;
  }

  /**
   * Claims lanes that are due and begins work on them.
   *
   * @return lanes claimed
   */
  public int work() throws InterruptedException {
    return worker.step();
  }

  /**
   * Stores what waits at the door, in one commit.
   *
   * @return requests stored or refused
   */
  public int accept() {
    return door.accept();
  }

  /** Asks a flow's source for what changed. */
  public void poll(FlowLine line) {
    polling.poll(line);
  }

  /**
   * Seals the audit.
   *
   * @return rows sealed
   */
  public int seal() {
    return sealer.seal();
  }

  /** Compares both ends of the flows whose time has come. */
  public void reconcile() {
    nights.run();
  }

  /** Connections whose subscriptions are looked after. */
  public List<String> subscribed() {
    return subscribing.connections();
  }

  /**
   * Makes, renews and mends the subscriptions at one connection's system.
   *
   * @return when to look again
   */
  public Duration subscribe(String connection) {
    return subscribing.ensure(connection);
  }

  /** Deletes by rule what has been kept long enough. */
  public void retain() {
    retention.run();
  }

  /**
   * Renews the lease, frees the lanes of dead processes and takes over what was paused or entered
   * in value tables elsewhere.
   */
  public void beat() {
    lease.renew();
    pauses.refresh();
    tables.refresh();
  }

  /** Agrees with the other processes on who may have how many calls in flight. */
  public void agree() {
    budgets.agree();
  }
}
