package dev.kontor.engine;

import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.delivery.Pauses;
import dev.kontor.engine.ledger.DeskStore;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What people see of the ledger and do to it. */
public final class Desk {

  private final DataSource database;
  private final Decisions decisions;
  private final DeskStore store = new DeskStore();
  private final Runnable wake;
  private final Pauses pauses;

  Desk(DataSource database, Decisions decisions, Runnable wake, Pauses pauses) {
    this.database = database;
    this.decisions = decisions;
    this.wake = wake;
    this.pauses = pauses;
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

  /** Why a shop shows that stock: the last figure written with its terms. */
  public List<DeskStore.Level> stock(String sku) {
    return Transactions.run(database, c -> store.stock(c, sku));
  }

  /** Stopped connections and flows with the reason. */
  public Map<String, String> paused() {
    return pauses.all();
  }

  public void pause(String subject, String reason) {
    pauses.pause(subject, reason);
  }

  public void resume(String subject) {
    pauses.resume(subject);
    wake.run();
  }

  /**
   * Tries dead and waiting messages again, as decided at the administration's port, which asks
   * nobody for a name.
   *
   * @return how many
   */
  public int resubmit(List<Long> messages) {
    return decided(decisions.resubmit(messages, "administration", "tried again"));
  }

  /**
   * Takes messages out of their lanes for good.
   *
   * @param by name of the person
   * @return how many
   */
  public int discard(List<Long> messages, String by, String reason) {
    return decided(decisions.discard(messages, by, reason));
  }

  private int decided(Decisions.Result result) {
    wake.run();
    return result.changed();
  }
}
