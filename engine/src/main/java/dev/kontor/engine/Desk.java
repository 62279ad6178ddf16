package dev.kontor.engine;

import dev.kontor.engine.audit.AuditPage;
import dev.kontor.engine.audit.AuditPageStore;
import dev.kontor.engine.audit.AuditRow;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.audit.Position;
import dev.kontor.engine.capture.Hints;
import dev.kontor.engine.db.TimeStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.delivery.Pauses;
import dev.kontor.engine.delivery.WakeKeys;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.engine.reconcile.Night;
import dev.kontor.engine.reconcile.NightStore;
import dev.kontor.engine.stock.DemandStore;
import dev.kontor.engine.stock.StockLevelStore;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What people see of the ledger and do to it. */
public final class Desk {

  private final DataSource database;
  private final AuditStore audit;
  private final DeskStore store = new DeskStore();
  private final StockLevelStore levels = new StockLevelStore();
  private final Runnable wake;
  private final Pauses pauses;
  private final SortedSet<String> subjects;
  private final List<String> nightly;
  private final Hints hints;

  Desk(
      DataSource database,
      AuditStore audit,
      Runnable wake,
      Pauses pauses,
      SortedSet<String> subjects,
      List<String> nightly,
      Hints hints) {
    this.hints = hints;
    this.database = database;
    this.audit = audit;
    this.wake = wake;
    this.pauses = pauses;
    this.subjects = Collections.unmodifiableSortedSet(subjects);
    this.nightly = List.copyOf(nightly);
  }

  /** Messages by flow and state. */
  public List<DeskStore.Count> counts() {
    return Transactions.run(database, store::counts);
  }

  /** What is not finished, with the reason, oldest first. */
  public List<DeskStore.Entry> open(int most) {
    return Transactions.run(database, c -> store.open(c, most));
  }

  /** Everything about the document people know by that number, oldest first. */
  public List<DeskStore.Entry> byNumber(String number) {
    return Transactions.run(database, c -> store.byNumber(c, number));
  }

  /** Everything about the document with that native id at its source, oldest first. */
  public List<DeskStore.Entry> bySource(String source, String sourceId) {
    return Transactions.run(database, c -> store.bySource(c, source, sourceId));
  }

  /** Every try of a message, oldest first. */
  public List<DeskStore.Attempt> attempts(long message) {
    return Transactions.run(database, c -> store.attempts(c, message));
  }

  /** Why each shop shows that stock: the last figure written with its terms. */
  public List<StockLevelStore.Level> stock(String sku) {
    return Transactions.run(database, c -> levels.ofAllShops(c, sku));
  }

  /** Orders about a SKU that the ERP does not have yet, oldest first. */
  public List<DemandStore.Pending> pending(String sku) {
    return Transactions.run(
        database, c -> new DemandStore().pending(c, sku, TimeStore.now(c), Set.of()));
  }

  /** What the last nightly comparison of each flow found that has a time for it. */
  public List<Night> nights() {
    return Transactions.run(database, c -> NightStore.of(c, nightly));
  }

  /**
   * What happened, newest first.
   *
   * @param kind null: everything
   * @param subject null: to everything
   * @param before where the page before this one ended, null for the newest
   */
  public AuditPage audit(
      @Nullable String kind, @Nullable String subject, @Nullable Position before, int most) {
    return Transactions.run(database, c -> AuditPageStore.read(c, kind, subject, before, most));
  }

  /** Stopped connections and flows with the reason. */
  public Map<String, String> paused() {
    return pauses.all();
  }

  /** What can be paused: connections and flows, as {@link #paused} names them. */
  public SortedSet<String> subjects() {
    return subjects;
  }

  /**
   * Stops a connection or flow until somebody resumes it.
   *
   * @param subject one of {@link #subjects}
   * @param by name of the person
   */
  public void pause(String subject, String by, String reason) {
    decide(
        AuditRow.of("desk.pause", subject, reason + " (" + by + ")"),
        c -> pauses.pause(c, subject, reason, by));
  }

  /**
   * Lets everything that waited for it go on.
   *
   * @param by name of the person
   */
  public void resume(String subject, String by) {
    decide(AuditRow.of("desk.resume", subject, "(" + by + ")"), c -> pauses.resume(c, subject));
    wake.run();
  }

  /**
   * Stops all writing, of every flow and process, until somebody starts it again. What only reads
   * goes on, and doors keep accepting; a call that is on its way is not called back.
   *
   * @param by name of the person
   */
  public void stop(String by, String reason) {
    decide(
        AuditRow.of("desk.stop", WakeKeys.EVERYTHING, reason + " (" + by + ")"),
        c -> pauses.pause(c, WakeKeys.EVERYTHING, reason, by));
  }

  /** Ends that; everything that waited goes on. */
  public void start(String by) {
    decide(
        AuditRow.of("desk.start", WakeKeys.EVERYTHING, "(" + by + ")"),
        c -> pauses.resume(c, WakeKeys.EVERYTHING));
    wake.run();
  }

  /**
   * Has a flow's source asked for changes at once, instead of when it is due next.
   *
   * @param flow one that is polled
   * @param by name of the person
   */
  public void poll(String flow, String by) {
    decide(AuditRow.of("desk.poll", "flow:" + flow, "(" + by + ")"), c -> {});
    hints.due(List.of(Hints.task(flow)));
  }

  /**
   * Has both ends of a flow compared now, instead of at night.
   *
   * @param by name of the person
   * @return false if the flow has no time for it
   */
  public boolean reconcile(String flow, String by) {
    if (!nightly.contains(flow)) {
      return false;
    }
    decide(
        AuditRow.of("desk.reconcile", "flow:" + flow, "(" + by + ")"),
        c -> NightStore.soon(c, flow));
    return true;
  }

  private void decide(AuditRow row, Transactions.Action decision) {
    Transactions.retrying(
        database,
        c -> {
          decision.run(c);
          audit.append(c, List.of(row));
          return row;
        });
    pauses.refresh();
  }
}
