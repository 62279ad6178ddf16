package dev.kontor.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketListener;
import io.github.bucket4j.SimpleBucketListener;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The limit holds in every five minutes, orders come first, and nobody starves. */
final class RequestBudgetTest {

  private static final long LIMIT = 6_000;
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final AtomicLong nanos = new AtomicLong();
  private final SimpleBucketListener asked = new SimpleBucketListener();
  private final RequestBudget budget = budget(LIMIT);

  private RequestBudget budget(long limit) {
    Buckets own = Buckets.own(nanos::get);
    Buckets counted = (name, configuration) -> listened(own.bucket(name, configuration), asked);
    return new RequestBudget("erp", limit, counted, nanos::get);
  }

  private static Bucket listened(Bucket bucket, BucketListener listener) {
    return bucket.toListenable(listener);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  /** Makes as many calls as allowed. */
  private int drain(RequestBudget from, CallClass of) {
    int made = 0;
    while (from.spend(of).isZero()) {
      made++;
    }
    return made;
  }

  @Test
  void inNoFiveMinutesAreThereMoreCallsThanAllowedAndFewLess() {
    for (long limit : new long[] {1, 2, 7, 100, 600, LIMIT}) {
      RequestBudget greedy = budget(limit);
      Deque<Long> made = new ArrayDeque<>();
      long all = 0;
      for (int second = 0; second < 1_500; second++) {
        for (CallClass of : CallClass.values()) {
          int calls = drain(greedy, of);
          all += calls;
          for (int i = 0; i < calls; i++) {
            made.add(nanos.get());
          }
        }
        while (!made.isEmpty() && made.getFirst() <= nanos.get() - WINDOW.toNanos()) {
          made.removeFirst();
        }
        assertThat((long) made.size())
            .as("limit %s, second %s", limit, second)
            .isLessThanOrEqualTo(limit);
        pass(Duration.ofSeconds(1));
      }
      assertThat(all).as("limit %s in five windows", limit).isGreaterThanOrEqualTo(limit * 2);
      pass(WINDOW);
    }
  }

  @Test
  void anOrderFindsRequestsInTheMiddleOfACatalogueRun() {
    for (int second = 0; second < 600; second++) {
      drain(budget, CallClass.CATALOGUE);
      pass(Duration.ofSeconds(1));
    }
    assertThat(drain(budget, CallClass.ORDER)).isGreaterThan(200);
  }

  @Test
  void aFloodOfOrdersLeavesEveryOtherClassItsShare() {
    drain(budget, CallClass.ORDER);
    for (CallClass of : EnumSet.complementOf(EnumSet.of(CallClass.ORDER))) {
      int made = drain(budget, of);
      for (int second = 0; second < 300; second++) {
        drain(budget, CallClass.ORDER);
        made += drain(budget, of);
        pass(Duration.ofSeconds(1));
      }
      assertThat(made).as(of.name()).isBetween(100, 130);
    }
  }

  /** A small limit that polls of orders use up: work of a few calls must get on all the same. */
  @Test
  void ofASmallLimitEveryClassHasARequestEveryHalfMinute() {
    for (long limit : new long[] {150, 300, 600}) {
      for (CallClass of : EnumSet.complementOf(EnumSet.of(CallClass.ORDER))) {
        RequestBudget small = budget(limit);
        int waited = 0;
        for (int second = 0; second < 1_500; second++) {
          drain(small, CallClass.ORDER);
          waited = drain(small, of) > 0 ? 0 : waited + 1;
          assertThat(waited).as("%s of %s, second %s", of, limit, second).isLessThan(30);
          pass(Duration.ofSeconds(1));
        }
      }
    }
  }

  @Test
  void aBusyProcessAsksOncePerManyCallsAndAQuietOneTakesNoMoreThanItNeeds() {
    int made = 0;
    for (int i = 0; i < 600; i++) {
      made += budget.spend(CallClass.ORDER).isZero() ? 1 : 0;
      pass(Duration.ofMillis(50));
    }
    assertThat(made).isEqualTo(600);
    assertThat(asked.getConsumed()).isBetween(600L, 660L);
    int rounds = rounds();
    assertThat(rounds).isLessThan(60);
  }

  /**
   * A chunk is at least the calls made with it in two seconds, so the number shows in the sizes.
   */
  private int rounds() {
    long before = asked.getConsumed();
    int rounds = 0;
    for (int i = 0; i < 600; i++) {
      long taken = asked.getConsumed();
      budget.spend(CallClass.ORDER);
      rounds += asked.getConsumed() > taken ? 1 : 0;
      pass(Duration.ofMillis(50));
    }
    assertThat(asked.getConsumed() - before).isBetween(560L, 660L);
    return rounds;
  }

  @Test
  void whoMayNotCallIsToldWhenAndDoesNotAskBefore() {
    drain(budget, CallClass.ORDER);
    Duration wait = budget.spend(CallClass.ORDER);
    assertThat(wait).isPositive();
    long rejected = asked.getRejected();
    assertThat(budget.spend(CallClass.ORDER)).isEqualTo(wait);
    assertThat(asked.getRejected()).isEqualTo(rejected);
    pass(wait);
    assertThat(budget.spend(CallClass.ORDER)).isZero();
  }

  @Test
  void whatCannotBeCountedIsNotMade() {
    Buckets broken =
        (name, configuration) -> Buckets.shared(new Unreachable()).bucket(name, configuration);
    RequestBudget uncounted = new RequestBudget("erp", LIMIT, broken, nanos::get);
    for (CallClass of : CallClass.values()) {
      assertThat(uncounted.spend(of)).isPositive();
    }
  }
}
