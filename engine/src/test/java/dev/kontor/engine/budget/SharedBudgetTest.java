package dev.kontor.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.DatabaseClock;
import dev.kontor.engine.db.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several processes on one database share one request budget, by the database's clock. */
final class SharedBudgetTest {

  private static final long LIMIT = 1_000;

  private Database database;
  private DatabaseClock clock;
  private final AtomicLong nanos = new AtomicLong();

  @BeforeEach
  void open() {
    database = Database.forTests();
    clock = new DatabaseClock(database.general());
    clock.stand();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private RequestBudget process() {
    return new RequestBudget("erp", LIMIT, Buckets.shared(database.general()), nanos::get);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
    clock.advance(time);
  }

  private static int drain(RequestBudget budget) {
    int made = 0;
    while (budget.spend(CallClass.ORDER).isZero()) {
      made++;
    }
    return made;
  }

  @Test
  void togetherTheyMakeNoMoreCallsInFiveMinutesThanOneMay() {
    List<RequestBudget> processes = List.of(process(), process(), process());
    int made = 0;
    for (int step = 0; step < 30; step++) {
      for (RequestBudget each : processes) {
        made += drain(each);
      }
      pass(Duration.ofSeconds(10));
    }
    assertThat(made).isBetween((int) (LIMIT * 85 / 100), (int) LIMIT);
  }

  @Test
  void whatOneProcessUsedUpTheOtherDoesNotHave() {
    RequestBudget first = process();
    assertThat(drain(first)).isPositive();
    assertThat(process().spend(CallClass.ORDER)).isPositive();
  }

  @Test
  void aRestartDoesNotFillTheBudget() {
    drain(process());
    assertThat(drain(process())).isZero();
  }

  @Test
  void aProcessesOwnClockMakesNoDifference() {
    RequestBudget first = process();
    drain(first);
    // Only this process believes that an hour has gone by.
    nanos.addAndGet(Duration.ofHours(1).toNanos());
    assertThat(drain(first)).isLessThan(20);
  }

  @Test
  void manyThreadsOfManyProcessesTakeEachRequestOnce() throws InterruptedException {
    List<RequestBudget> processes = List.of(process(), process(), process());
    AtomicLong made = new AtomicLong();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 9; t++) {
      RequestBudget mine = processes.get(t % processes.size());
      threads.add(Thread.ofVirtual().start(() -> made.addAndGet(drain(mine))));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    long burst = Allowance.of(LIMIT * 94 / 100, Chunk.KEPT).burst();
    assertThat(made.get()).isBetween(burst / 2, burst + 20);
  }
}
