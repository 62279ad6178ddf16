package dev.kontor.engine.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A hint brings the flow's next poll forward, whichever process will make it. */
class HintsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofHours(1));

  private final Database database = Database.forTests();
  private final AtomicLong nanos = new AtomicLong();
  private final Hints hints =
      new Hints(
          database.general(), () -> NOW, () -> nanos.addAndGet(Duration.ofSeconds(10).toNanos()));

  @AfterEach
  void close() {
    hints.close();
    database.close();
  }

  private void task(String name, Instant due, boolean runs) {
    Transactions.run(
        database.general(),
        c ->
            Jdbc.update(
                c,
                """
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                values (?, 'recurring', ?, ?, 1)
                on conflict (task_name, task_instance) do update set picked = excluded.picked
                """,
                name,
                due,
                runs));
  }

  private Instant due(String name) {
    return Transactions.run(
            database.general(),
            c ->
                Jdbc.query(
                    c,
                    "select execution_time from scheduled_tasks where task_name = ?",
                    row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                    name))
        .getFirst();
  }

  private static void done(CompletableFuture<Void> asked) throws Exception {
    asked.get(30, TimeUnit.SECONDS);
  }

  @Test
  void theNextPollIsBroughtForwardAndNoOther() throws Exception {
    task("poll stock", LATER, false);
    task("poll prices", LATER, false);
    done(hints.poll(List.of("stock")));
    assertThat(due("poll stock")).isEqualTo(NOW);
    assertThat(due("poll prices")).isEqualTo(LATER);
  }

  @Test
  void oneThatIsDueAlreadyIsNotPutOff() throws Exception {
    task("poll stock", NOW.minusSeconds(3), false);
    done(hints.poll(List.of("stock", "not scheduled")));
    assertThat(due("poll stock")).isEqualTo(NOW.minusSeconds(3));
  }

  @Test
  void whatIsAskedForTogetherIsAnsweredTogether() {
    Iterator<Long> times = List.of(Duration.ofHours(1).toNanos(), 0L, 0L).iterator();
    try (Hints patient = new Hints(database.general(), () -> NOW, times::next)) {
      assertThat(patient.poll(List.of("stock"))).isSameAs(patient.poll(List.of("prices")));
      assertThat(patient.poll(List.of())).isCompleted();
    }
  }

  @Test
  void whileThePollRunsNothingIsPromisedAndAnotherFollows() throws Exception {
    task("poll stock", LATER, true);
    assertThat(hints.due(List.of("poll stock"))).containsExactly("poll stock");
    CompletableFuture<Void> asked = hints.poll(List.of("stock"));
    assertThat(due("poll stock")).isEqualTo(LATER);
    task("poll stock", LATER, false);
    done(asked);
    assertThat(due("poll stock")).isEqualTo(NOW);
  }

  @Test
  void afterTheEndNothingIsPromised() {
    hints.close();
    assertThat(hints.poll(List.of("stock"))).isCompletedExceptionally();
  }
}
