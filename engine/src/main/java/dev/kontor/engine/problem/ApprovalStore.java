package dev.kontor.engine.problem;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decisions that wait for a second person. Every method runs in the caller's transaction. */
public final class ApprovalStore {

  private static final String COLUMNS =
      """
      select id, action, messages, problem, number, reason, by, at, settled from approval
      """;

  /**
   * @return its id
   */
  public long ask(
      Connection connection,
      Approval.Action action,
      List<Long> messages,
      @Nullable String problem,
      @Nullable String number,
      String reason,
      String by)
      throws SQLException {
    return Jdbc.query(
            connection,
            """
            insert into approval (action, messages, problem, number, reason, by)
            values (?, ?, ?, ?, ?, ?) returning id
            """,
            row -> row.getLong("id"),
            action.key(),
            messages.toArray(Long[]::new),
            problem,
            number,
            reason,
            by)
        .getFirst();
  }

  /** Those that are open, oldest first. */
  public List<Approval> open(Connection connection) throws SQLException {
    return Jdbc.query(
        connection, COLUMNS + "where settled is null order by id", ApprovalStore::approval);
  }

  /** Locked until the end of the transaction, so that two people cannot settle it. */
  public Optional<Approval> find(Connection connection, long id) throws SQLException {
    return Jdbc.query(connection, COLUMNS + "where id = ? for update", ApprovalStore::approval, id)
        .stream()
        .findFirst();
  }

  /**
   * Settles it for good if it is refused, else until it is {@link #carriedOut}.
   *
   * @return false if it is settled, or was settled otherwise
   */
  public boolean settle(
      Connection connection, long id, String settler, boolean approved, String answer)
      throws SQLException {
    return Jdbc.update(
            connection,
            """
            update approval set settler = ?, approved = ?, answer = ?,
              settled = case when ? then null else hub_now() end
            where id = ? and settled is null and (approved is null or (approved and ?))
            """,
            settler,
            approved,
            answer,
            approved,
            id,
            approved)
        == 1;
  }

  public void carriedOut(Connection connection, long id) throws SQLException {
    Jdbc.update(
        connection, "update approval set settled = hub_now() where id = ? and settled is null", id);
  }

  private static Approval approval(ResultSet row) throws SQLException {
    return new Approval(
        row.getLong("id"),
        Approval.Action.of(row.getString("action")),
        List.of((Long[]) row.getArray("messages").getArray()),
        row.getString("problem"),
        row.getString("number"),
        row.getString("reason"),
        row.getString("by"),
        Objects.requireNonNull(Jdbc.instant(row, "at")),
        Jdbc.instant(row, "settled"));
  }
}
