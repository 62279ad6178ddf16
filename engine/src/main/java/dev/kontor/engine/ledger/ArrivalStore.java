package dev.kontor.engine.ledger;

import static dev.kontor.engine.db.Columns.texts;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What has been seen already. Runs in the caller's transaction. */
final class ArrivalStore {

  // A conflict locks the row and writes that down even if nothing is changed. A poll meets
  // thousands
  // of repeats; a push, which has no version, is seldom one.
  private static final String ARRIVE =
      """
      insert into arrival as a (source, key, version)
      select source, key, version
      from (select distinct on (source, key) source, key, version
            from unnest(?::text[], ?::text[], ?::text[]) with ordinality as n(source, key, version, at)
            order by source, key, at desc) as n
      where n.version = '' or not exists (
        select from arrival k
        where k.source = n.source and k.key = n.key and k.version = n.version)
      order by source, key
      on conflict (source, key) do update set version = excluded.version, at = hub_now()
        where a.version <> excluded.version
      returning source, key
      """;

  /** Remembers what arrives and leaves out what is a repeat. */
  List<Append> withoutRepeats(Connection connection, List<Append> appends) throws SQLException {
    List<Append> keyed = appends.stream().filter(a -> a.dedupe() != null).toList();
    if (keyed.isEmpty()) {
      return appends;
    }
    Set<List<String>> arrived =
        new HashSet<>(
            Jdbc.query(
                connection,
                ARRIVE,
                row -> List.of(row.getString(1), row.getString(2)),
                texts(keyed, Append::source),
                texts(keyed, ArrivalStore::key),
                texts(keyed, Append::version)));
    return appends.stream()
        .filter(a -> a.dedupe() == null || arrived.remove(List.of(a.source(), key(a))))
        .toList();
  }

  /**
   * The version that arrived last of what each key of a flow names; a key never seen is left out.
   */
  Map<String, String> versions(
      Connection connection, String flow, String source, List<String> dedupes) throws SQLException {
    int prefix = key(flow, "").length();
    return Jdbc.query(
            connection,
            "select key, version from arrival where source = ? and key = any(?)",
            row -> Map.entry(row.getString("key").substring(prefix), row.getString("version")),
            source,
            texts(dedupes, dedupe -> key(flow, dedupe)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Several flows may take the same notice; each of them gets it once. */
  private static String key(Append append) {
    return key(append.flow(), String.valueOf(append.dedupe()));
  }

  private static String key(String flow, String dedupe) {
    return flow + "|" + dedupe;
  }
}
