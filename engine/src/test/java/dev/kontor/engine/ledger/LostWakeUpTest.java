package dev.kontor.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.lane.Lane;
import dev.kontor.engine.lane.Release;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The trap that {@link ConcurrentLanesTest} meets by chance, step by step: a lane is released by a
 * statement that had to wait for an append to the same lane.
 */
final class LostWakeUpTest {

  private static final String NODE = "node";

  /** After the wait the lane's row is read anew, but not what the sub-query looked for. */
  private static final String BROKEN =
      """
      update lane l set finished = l.finished + 1, owner = null,
        due = case when exists (select 1 from message m where m.lane = l.id and m.finished is null)
                   then hub_now() end
      where l.id = ? and l.owner = ?
      """;

  /** Gives a lane back, one message of which was finished. */
  private interface GivenBack {
    void release(Connection connection, Lane lane) throws SQLException;
  }

  private final LedgerBench bench = new LedgerBench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void lookingForUnfinishedMessagesOverlooksTheOneJustAppended() throws Exception {
    assertThat(isFoundAfterwards((c, lane) -> Jdbc.update(c, BROKEN, lane.id(), NODE))).isFalse();
    assertThat(bench.number("select count(*) from message where state = 'ready'"))
        .as("it is there, and nobody will ever look")
        .isEqualTo(1);
  }

  @Test
  void countersAndTheEarlierOfTheTimesKeepIt() throws Exception {
    assertThat(
            isFoundAfterwards(
                (c, lane) ->
                    bench.lanes.release(c, NODE, List.of(new Release(lane, 1, null, null, false)))))
        .isTrue();
  }

  /** Whether the lane is claimed again for the message appended while it was released. */
  private boolean isFoundAfterwards(GivenBack given) throws Exception {
    bench.append(LedgerBench.event("lane", "first", null));
    Lane lane = bench.claimOne(NODE);
    List<Finish> finishes =
        bench.unfinished(lane).stream()
            .map(m -> Finish.quiet(m, new MessageState.Done("")))
            .toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Connection appender = bench.database.general().getConnection()) {
      appender.setAutoCommit(false);
      bench.ledger.append(appender, List.of(LedgerBench.event("lane", "second", null)));
      Future<?> release =
          threads.submit(
              () ->
                  Transactions.execute(
                      bench.database.hot(),
                      c -> {
                        bench.outcomes.finish(c, NODE, finishes);
                        given.release(c, lane);
                      }));
      Await.until("the release waits", this::someoneWaits);
      appender.commit();
      appender.setAutoCommit(true);
      release.get();
    }
    return !bench.claim(NODE, 1).isEmpty();
  }

  private boolean someoneWaits() {
    return bench.number(
            "select count(*) from pg_stat_activity where datname = current_database()"
                + " and wait_event_type = 'Lock'")
        > 0;
  }
}
