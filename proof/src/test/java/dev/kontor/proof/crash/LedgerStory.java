package dev.kontor.proof.crash;

import dev.kontor.app.hub.Records;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.DeskStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger tells of the order of things.
 *
 * @param outOfOrder what happened before its turn, in words
 * @param tries how many tries had which outcome
 */
record LedgerStory(List<String> outOfOrder, Map<String, Long> tries) {

  private static final String OVERTAKEN =
      """
      select later.flow || ' ' || later.event || ' of ' || later.source_id || ' overtook '
             || earlier.event
      from message earlier join message later on later.lane = earlier.lane and later.seq > earlier.seq
      where earlier.kind = 'event' and later.kind = 'event'
        and (earlier.finished is null or later.finished < earlier.finished)
      """;

  /**
   * @param environment may name the database
   * @param numbers of the shop's orders that were to be transferred
   */
  static LedgerStory read(Path home, Map<String, String> environment, List<String> numbers) {
    try (Records records = Records.open(home, environment)) {
      return Transactions.run(
          records.database().general(),
          c -> {
            List<String> outOfOrder =
                new ArrayList<>(Jdbc.query(c, OVERTAKEN, row -> row.getString(1)));
            for (String number : numbers) {
              String wrong = wrong(c, number);
              if (wrong != null) {
                outOfOrder.add(number + " " + wrong);
              }
            }
            return new LedgerStory(outOfOrder, tries(c));
          });
    }
  }

  /** Each order is created once, and the shop is told once and after that. */
  private static @Nullable String wrong(Connection connection, String number) throws SQLException {
    List<DeskStore.Entry> story = new DeskStore().byNumber(connection, number);
    List<DeskStore.Entry> created = done(story, "orders", "created");
    List<DeskStore.Entry> replied = done(story, "order-reply", "");
    if (created.size() != 1 || replied.size() != 1) {
      return "was created " + created.size() + " and answered " + replied.size() + " times";
    }
    Instant finished = created.getFirst().finished();
    boolean kept = finished != null && !finished.isAfter(replied.getFirst().created());
    return kept ? null : "was answered before it was created";
  }

  private static List<DeskStore.Entry> done(
      List<DeskStore.Entry> story, String flow, String event) {
    return story.stream()
        .filter(m -> m.flow().equals(flow) && m.event().startsWith(event))
        .filter(m -> m.state().equals("done"))
        .toList();
  }

  private static Map<String, Long> tries(Connection connection) throws SQLException {
    Map<String, Long> tries = new TreeMap<>();
    Jdbc.query(
        connection,
        "select outcome, count(*) from attempt group by outcome",
        row -> tries.put(row.getString(1), row.getLong(2)));
    return tries;
  }
}
