package dev.kontor.engine.match;

import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.model.EntityType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What was compared and linked so far. Every method runs in the caller's transaction. */
public final class MatchingStore {

  /**
   * How far a flow has come.
   *
   * @param found pairs that the last comparison found not linked
   * @param isLinked whether a review was linked since
   */
  public record Standing(int found, boolean isLinked) {

    /** Whether nothing that is known to be at both ends is left unlinked by mistake. */
    public boolean isDone() {
      return found == 0 || isLinked;
    }
  }

  private static final String MATCHED =
      """
      insert into matching as m (flow, found) values (?, ?)
      on conflict (flow) do update set matched = hub_now(), found = excluded.found, linked = null
      """;

  private static final String LINKED =
      """
      insert into matching as m (flow, found, linked) values (?, 0, hub_now())
      on conflict (flow) do update set linked = hub_now()
      """;

  private static final String DEAD =
      "select id from message where effect_key = any(?) and finished is null and state = 'dead'";

  private static final String MADE =
      """
      select 1 from intent
      where target = ? and entity = ? and action = 'CREATE' and state = 'confirmed'
        and result_id = any(?)
      limit 1
      """;

  private static final String TAKE_BACK =
      """
      update message set state = 'skipped', reason = ?
      where flow = ? and source = ? and source_id = any(?) and kind = 'event' and event = 'created'
        and state = 'done'
      """;

  // Without its key the effect can be asked for anew.
  private static final String TAKE_BACK_DEBTORS =
      """
      update message set state = 'skipped', reason = ?, effect_key = null
      where effect_key = any(?) and state = 'done'
      """;

  private MatchingStore() {}

  static void matched(Connection connection, String flow, int found) throws SQLException {
    Jdbc.update(connection, MATCHED, flow, found);
  }

  static void linked(Connection connection, String flow) throws SQLException {
    Jdbc.update(connection, LINKED, flow);
  }

  /** Empty if both ends of the flow were never compared. */
  public static Optional<Standing> of(Connection connection, String flow) throws SQLException {
    return Jdbc.query(
            connection,
            "select found, linked is not null as is_linked from matching where flow = ?",
            row -> new Standing(row.getInt("found"), row.getBoolean("is_linked")),
            flow)
        .stream()
        .findFirst();
  }

  /** Those of the lanes that a node works on just now. */
  static List<String> inWork(Connection connection, List<String> lanes) throws SQLException {
    return Jdbc.query(
        connection,
        "select key from lane where key = any(?) and owner is not null",
        row -> row.getString("key"),
        (Object) lanes.toArray(String[]::new));
  }

  /** Messages about these effects that only a person can help. */
  static List<Long> dead(Connection connection, List<String> effectKeys) throws SQLException {
    return Jdbc.query(
        connection, DEAD, row -> row.getLong("id"), (Object) effectKeys.toArray(String[]::new));
  }

  /** Whether the hub itself made one of them in the target. */
  static boolean isMade(
      Connection connection, String target, EntityType entity, List<Crossref> links)
      throws SQLException {
    String[] ids = links.stream().map(Crossref::targetId).toArray(String[]::new);
    return !Jdbc.query(connection, MADE, row -> 1, target, entity.key(), ids).isEmpty();
  }

  /** Orders count as never transferred. */
  static void takeBack(
      Connection connection, String flow, String source, List<String> ids, String why)
      throws SQLException {
    Jdbc.update(connection, TAKE_BACK, why, flow, source, ids.toArray(String[]::new));
  }

  /** Debtors count as never asked for. */
  static void takeBackDebtors(Connection connection, List<String> effectKeys, String why)
      throws SQLException {
    Jdbc.update(connection, TAKE_BACK_DEBTORS, why, effectKeys.toArray(String[]::new));
  }
}
