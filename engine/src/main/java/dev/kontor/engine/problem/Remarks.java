package dev.kontor.engine.problem;

import dev.kontor.engine.audit.AuditRow;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.db.Transactions;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What people say about a cause, and who looks after it. The audit tells who did so, but not what
 * was said, which may be about a person.
 */
public final class Remarks {

  private final DataSource database;
  private final AuditStore audit;
  private final Problems problems;
  private final ProblemStore store = new ProblemStore();

  public Remarks(DataSource database, AuditStore audit, Problems problems) {
    this.database = database;
    this.audit = audit;
    this.problems = problems;
  }

  /** What was said about a cause, oldest first. */
  public List<Problem.Comment> of(String problem) {
    return Transactions.run(database, c -> store.comments(c, problem));
  }

  /**
   * Says something about a cause.
   *
   * @param by name of the person
   * @return false if nothing is dead for it
   */
  public boolean add(String problem, String by, String text) {
    return stored(
        problem, "problem.comment", "(" + by + ")", c -> store.comment(c, problem, by, text));
  }

  /**
   * Gives a cause to somebody.
   *
   * @param assignee null for nobody
   * @param by name of the person who does so
   * @return false if nothing is dead for it
   */
  public boolean assign(String problem, @Nullable String assignee, String by) {
    String whom = (assignee == null ? "nobody" : assignee) + " (" + by + ")";
    return stored(problem, "problem.assigned", whom, c -> store.assign(c, problem, assignee, by));
  }

  private boolean stored(String problem, String kind, String details, Transactions.Action action) {
    if (problems.messages(problem).isEmpty()) {
      return false;
    }
    AuditRow row = AuditRow.of(kind, "problem:" + problem, details);
    Transactions.execute(
        database,
        c -> {
          action.run(c);
          audit.append(c, List.of(row));
        });
    return true;
  }
}
