package dev.kontor.engine.problem;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people say and did about causes. Every method runs in the caller's transaction. */
final class ProblemStore {

  /** What is kept beside the dead letters themselves. */
  record Notes(
      Map<String, String> assigned,
      Map<String, Integer> comments,
      Map<String, Problem.Suggestion> suggested) {}

  // What was tried and did not help is no suggestion: none of its sample may be dead again.
  private static final String SUGGESTED =
      """
      select distinct on (r.problem) r.problem, r.action, r.reason, r.by, r.at,
             count(*) over (partition by r.problem, r.action) as times
      from problem_resolution r
      where r.problem = any(?)
        and exists (select 1 from message m
                    where m.id = any(r.sample) and m.state in ('done', 'skipped', 'discarded'))
        and not exists (select 1 from message m where m.id = any(r.sample) and m.state = 'dead')
      order by r.problem, r.id desc
      """;

  Notes notes(Connection connection, Collection<String> problems) throws SQLException {
    String[] ids = problems.toArray(String[]::new);
    Map<String, String> assigned = new HashMap<>();
    Jdbc.query(
        connection,
        "select problem, assignee from problem_assignee where problem = any(?)",
        row -> assigned.put(row.getString("problem"), row.getString("assignee")),
        (Object) ids);
    Map<String, Integer> comments = new HashMap<>();
    Jdbc.query(
        connection,
        "select problem, count(*) as n from problem_comment where problem = any(?) group by problem",
        row -> comments.put(row.getString("problem"), row.getInt("n")),
        (Object) ids);
    return new Notes(assigned, comments, suggested(connection, ids));
  }

  private static Map<String, Problem.Suggestion> suggested(Connection connection, String[] ids)
      throws SQLException {
    Map<String, Problem.Suggestion> suggested = new HashMap<>();
    Jdbc.query(
        connection,
        SUGGESTED,
        row ->
            suggested.put(
                row.getString("problem"),
                new Problem.Suggestion(
                    row.getString("action"),
                    row.getString("reason"),
                    row.getString("by"),
                    Objects.requireNonNull(Jdbc.instant(row, "at")),
                    row.getInt("times"))),
        (Object) ids);
    return suggested;
  }

  /** Oldest first. */
  List<Problem.Comment> comments(Connection connection, String problem) throws SQLException {
    return Jdbc.query(
        connection,
        "select at, by, said from problem_comment where problem = ? order by id",
        row ->
            new Problem.Comment(
                Objects.requireNonNull(Jdbc.instant(row, "at")),
                row.getString("by"),
                row.getString("said")),
        problem);
  }

  void comment(Connection connection, String problem, String by, String said) throws SQLException {
    Jdbc.update(
        connection,
        "insert into problem_comment (problem, by, said) values (?, ?, ?)",
        problem,
        by,
        said);
  }

  /**
   * @param assignee null for nobody
   */
  void assign(Connection connection, String problem, @Nullable String assignee, String by)
      throws SQLException {
    if (assignee == null) {
      Jdbc.update(connection, "delete from problem_assignee where problem = ?", problem);
      return;
    }
    Jdbc.update(
        connection,
        """
        insert into problem_assignee (problem, assignee, by) values (?, ?, ?)
        on conflict (problem) do update set
          assignee = excluded.assignee, by = excluded.by, since = hub_now()
        """,
        problem,
        assignee,
        by);
  }

  /** Remembers what was done about a group. */
  void resolved(
      Connection connection,
      String problem,
      String action,
      String reason,
      String by,
      List<Long> sample)
      throws SQLException {
    Jdbc.update(
        connection,
        """
        insert into problem_resolution (problem, action, reason, by, sample)
        values (?, ?, ?, ?, ?)
        """,
        problem,
        action,
        reason,
        by,
        sample.toArray(Long[]::new));
  }
}
