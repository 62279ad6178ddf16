package dev.kontor.engine;

import dev.kontor.engine.audit.AuditRow;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.problem.Approval;
import dev.kontor.engine.problem.ApprovalStore;
import dev.kontor.engine.problem.Problems;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Decisions that a second person must approve. Who is first to approve or refuse one has settled
 * it; one that was approved stays open until it is carried out, so that it can be approved again if
 * that was cut short.
 */
final class FourEyes {

  private final DataSource database;
  private final AuditStore audit;
  private final Problems problems;
  private final boolean on;
  private final ApprovalStore store = new ApprovalStore();

  /**
   * @param on whether decisions about money need a second person
   */
  FourEyes(DataSource database, AuditStore audit, Problems problems, boolean on) {
    this.database = database;
    this.audit = audit;
    this.problems = problems;
    this.on = on;
  }

  boolean isNeeded(Wish wish) {
    return on && problems.isMoney(wish.messages());
  }

  /** Asks for a second person; asked again for the same, it is the same. */
  long ask(Wish wish) {
    return Transactions.retrying(
        database,
        c -> {
          Optional<Long> asked = same(c, wish);
          if (asked.isPresent()) {
            return asked.get();
          }
          long id =
              store.ask(
                  c,
                  wish.action(),
                  wish.messages(),
                  wish.problem(),
                  wish.number(),
                  wish.reason(),
                  wish.by());
          audit.append(c, List.of(row("asked", id, wish.inWords(), wish.by())));
          return id;
        });
  }

  private Optional<Long> same(Connection connection, Wish wish) throws SQLException {
    return store.open(connection).stream()
        .filter(
            a ->
                new Wish(a.action(), a.messages(), a.problem(), a.number(), a.reason(), a.by())
                    .equals(wish))
        .map(Approval::id)
        .findFirst();
  }

  /** Those that are open, oldest first. */
  List<Approval> open() {
    return Transactions.run(database, store::open);
  }

  /** What came of asking for a decision to be settled. */
  sealed interface Settled {
    /** It is to be carried out now, then {@link #carriedOut}. */
    record Approved(Approval asked) implements Settled {}

    record Refused() implements Settled {}

    record Impossible(Deciding.Why why) implements Settled {}
  }

  /**
   * A second person approves or refuses; who asked may refuse, which takes it back.
   *
   * @param by name of that person
   */
  Settled settle(long id, boolean approve, String by, String answer) {
    return Transactions.retrying(
        database,
        c -> {
          Optional<Approval> found = store.find(c, id);
          if (found.isEmpty()) {
            return new Settled.Impossible(Deciding.Why.UNKNOWN);
          }
          Approval asked = found.get();
          if (approve && asked.by().equals(by)) {
            return new Settled.Impossible(Deciding.Why.OWN);
          }
          if (!store.settle(c, id, by, approve, answer)) {
            return new Settled.Impossible(Deciding.Why.SETTLED);
          }
          audit.append(c, List.of(row(approve ? "given" : "refused", id, answer, by)));
          return approve ? new Settled.Approved(asked) : new Settled.Refused();
        });
  }

  void carriedOut(Approval asked) {
    Transactions.execute(database, c -> store.carriedOut(c, asked.id()));
  }

  private static AuditRow row(String what, long approval, String details, String by) {
    return AuditRow.of("approval." + what, "approval:" + approval, details + " (" + by + ")");
  }
}
