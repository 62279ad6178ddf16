package dev.kontor.engine.lane;

import static dev.kontor.engine.ledger.LedgerBench.event;
import static dev.kontor.engine.ledger.LedgerBench.notice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.LedgerBench;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.MessageState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may work on a lane, and when it is looked at again. */
final class LaneStoreTest {

  private static final Duration LEASE = Duration.ofSeconds(10);
  private final LedgerBench bench = new LedgerBench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aClaimTakesNoMoreThanAskedAndNothingTwice() {
    for (int i = 0; i < 30; i++) {
      bench.append(event("lane " + i, "e", null));
    }
    assertThat(bench.claim("a", 7)).hasSize(7);
    assertThat(bench.claim("b", 30)).hasSize(23);
    assertThat(bench.claim("c", 30)).isEmpty();
  }

  @Test
  void lowerPriorityNumbersGoFirstUnlessAgeCounts() {
    bench.append(event("stock", 5, "e", null));
    bench.append(event("order", 2, "e", null));
    assertThat(bench.claimOne("a").key()).isEqualTo("order");
    bench.append(event("order 2", 2, "e", null));
    List<Lane> oldest =
        Transactions.run(bench.database.hot(), c -> bench.lanes.claim(c, "a", 1, true));
    assertThat(oldest).extracting(Lane::key).containsExactly("stock");
  }

  @Test
  void whatIsAppendedDuringTheWorkMakesTheLaneDueAtItsRelease() {
    bench.append(event("a", "1", null));
    Lane lane = bench.claimOne("n");
    List<Message> seen = bench.unfinished(lane);
    bench.append(event("a", "2", null));
    bench.finish("n", lane, seen, new MessageState.Done(""));
    assertThat(bench.unfinished(bench.claimOne("n")))
        .extracting(Message::event)
        .containsExactly("2");
  }

  @Test
  void aRetryIsDueInItsTimeAndNotBefore() {
    bench.append(event("a", "1", null));
    bench.finishAll(
        "n",
        bench.claimOne("n"),
        new MessageState.Retrying("", "Conflict", Duration.ofSeconds(30), true));
    bench.clock.advance(Duration.ofSeconds(28));
    assertThat(bench.claim("n", 1)).isEmpty();
    bench.clock.advance(Duration.ofSeconds(3));
    assertThat(bench.claim("n", 1)).hasSize(1);
  }

  @Test
  void aWaitingLaneIsWokenByItsKeyOnly() {
    waiting("a", "key");
    assertThat(bench.wake("other")).isZero();
    assertThat(bench.claim("n", 1)).isEmpty();
    assertThat(bench.wake("key")).isEqualTo(1);
    Lane lane = bench.claimOne("n");
    assertThat(bench.unfinished(lane)).allMatch(Message::isDue);
  }

  @Test
  void aWakeUpDuringTheWorkIsKept() {
    waiting("a", "key");
    bench.append(notice("a", null));
    Lane lane = bench.claimOne("n");
    List<Message> notices = bench.unfinished(lane).stream().filter(Message::isNotice).toList();
    assertThat(bench.wake("key")).isEqualTo(1);
    bench.finish("n", lane, notices, new MessageState.Done("read"));
    assertThat(bench.claim("n", 1)).hasSize(1);
  }

  @Test
  void aNoticeReadMeanwhileDoesNotMakeTheLaneForgetWhatItWaitsFor() {
    waiting("a", "key");
    bench.append(notice("a", null));
    Lane lane = bench.claimOne("n");
    List<Message> notices = bench.unfinished(lane).stream().filter(Message::isNotice).toList();
    bench.finish("n", lane, notices, new MessageState.Done("read"));
    assertThat(bench.claim("n", 1)).isEmpty();
    assertThat(bench.wake("key")).isEqualTo(1);
    assertThat(bench.claim("n", 1)).hasSize(1);
  }

  @Test
  void lanesOfANodeWhoseLeaseRanOutAreTakenOverAndItStoresNothingMore() {
    assertThat(bench.heartbeat("old", LEASE)).isTrue();
    bench.append(event("a", "1", null));
    Lane lost = bench.claimOne("old");
    bench.clock.advance(LEASE.minusSeconds(2));
    assertThat(reap()).isZero();
    bench.clock.advance(Duration.ofSeconds(3));
    assertThat(reap()).isEqualTo(1);
    Lane taken = bench.claimOne("new");
    assertThat(taken.fence()).isGreaterThan(lost.fence());
    assertThat(bench.finishAll("old", lost, new MessageState.Done("late"))).isFalse();
    assertThat(bench.finishAll("new", taken, new MessageState.Done("right"))).isTrue();
    assertThat(bench.column("select reason from message")).containsExactly("right");
  }

  @Test
  void theSameNodeUnderAnOlderFenceStoresNothingEither() {
    bench.append(event("a", "1", null));
    Lane first = bench.claimOne("n");
    assertThat(giveBack("n", List.of())).isEqualTo(1);
    Lane second = bench.claimOne("n");
    assertThat(bench.finishAll("n", first, new MessageState.Done(""))).isFalse();
    assertThat(bench.finishAll("n", second, new MessageState.Done(""))).isTrue();
  }

  @Test
  void aNodeGivesBackOnlyWhatItDoesNotWorkOn() {
    bench.append(event("a", "1", null), event("b", "1", null));
    List<Lane> claimed = bench.claim("n", 2);
    assertThat(giveBack("n", List.of(claimed.getFirst().id()))).isEqualTo(1);
    assertThat(bench.claim("n", 2)).extracting(Lane::id).containsExactly(claimed.getLast().id());
  }

  @Test
  void aNodeThatEndedLongAgoIsForgottenOnceItsLanesAreFree() {
    bench.heartbeat("old", LEASE);
    bench.heartbeat("older", LEASE);
    bench.append(event("a", "1", null));
    bench.claimOne("old");
    bench.clock.advance(Duration.ofHours(23));
    assertThat(forget()).isZero();
    bench.clock.advance(Duration.ofHours(2));
    assertThat(forget()).isEqualTo(1);
    assertThat(bench.column("select id from node")).containsExactly("old");
    reap();
    assertThat(forget()).isEqualTo(1);
  }

  @Test
  void aProcessFrozenUntilItWasForgottenGoesOnUnderANewName() {
    AtomicLong nanos = new AtomicLong();
    NodeLease lease = new NodeLease(bench.database.hot(), bench.lanes, LEASE, nanos::get);
    lease.renew();
    NodeLease.Held old = lease.current();
    bench.clock.advance(Duration.ofDays(2));
    assertThat(forget()).isEqualTo(1);
    lease.renew();
    assertThat(lease.current().node()).isNotEqualTo(old.node());
    assertThat(bench.number("select count(*) from node")).isEqualTo(1);
  }

  @Test
  void aLeaseThatRanOutIsNeverRevived() {
    assertThat(bench.heartbeat("n", LEASE)).isTrue();
    bench.clock.advance(LEASE.plusSeconds(1));
    assertThat(bench.heartbeat("n", LEASE)).isFalse();
  }

  @Test
  void aProcessThatMissedItsLeaseGoesOnUnderANewNameAndItsOldPermitIsVoid() {
    AtomicLong nanos = new AtomicLong();
    NodeLease lease = new NodeLease(bench.database.hot(), bench.lanes, LEASE, nanos::get);
    assertThat(lease.current().isValid()).isFalse();
    lease.renew();
    NodeLease.Held old = lease.current();
    assertThat(old.isValid()).isTrue();
    nanos.addAndGet(LEASE.toNanos());
    assertThat(old.isValid()).isFalse();
    bench.clock.advance(LEASE.plusSeconds(1));
    lease.renew();
    assertThat(lease.current().node()).isNotEqualTo(old.node());
    assertThat(lease.current().isValid()).isTrue();
    assertThat(old.isValid()).isFalse();
  }

  private void waiting(String lane, String key) {
    bench.append(event(lane, "1", null));
    bench.finishAll(
        "n",
        bench.claimOne("n"),
        new MessageState.Waiting("", "Missing", key, Duration.ofMinutes(1)));
  }

  private int reap() {
    return Transactions.run(bench.database.hot(), bench.lanes::reap);
  }

  private int forget() {
    return Transactions.run(bench.database.hot(), bench.lanes::forget);
  }

  private int giveBack(String node, List<Long> inWork) {
    return Transactions.run(bench.database.hot(), c -> bench.lanes.giveBack(c, node, inWork));
  }
}
