package dev.kontor.engine.desk;

import dev.kontor.engine.db.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads where the ledger stands. Runs in the caller's transaction. */
final class ChangesStore {

  private static final String LAST = "select last_value as last from message_id";

  private static final String MINUTES =
      """
      select minute, sum(moved)::bigint as moved,
             sum(dead + revived)::bigint as problems
      from tally where minute > hub_now() - interval '3 minutes' group by minute
      """;

  private static final String NOTES =
      """
      select concat_ws(' ', (select max(id) from problem_comment),
                            (select max(since) from problem_assignee),
                            (select count(*) from problem_assignee),
                            (select max(id) from approval),
                            (select count(*) from approval where settled is null)) as notes
      """;

  private ChangesStore() {}

  static Changes read(Connection connection) throws SQLException {
    Map<Instant, Changes.Moved> minutes =
        Jdbc.query(
                connection,
                MINUTES,
                row ->
                    Map.entry(
                        Objects.requireNonNull(Jdbc.instant(row, "minute")),
                        new Changes.Moved(row.getLong("moved"), row.getLong("problems"))))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new Changes(
        Jdbc.query(connection, LAST, row -> row.getLong(1)).getFirst(),
        minutes,
        new HashSet<>(
            OverviewStore.paused(connection).stream()
                .map(p -> String.join(" ", p.subject(), p.since().toString(), p.reason()))
                .toList()),
        Jdbc.query(connection, NOTES, row -> row.getString("notes")).getFirst());
  }
}
