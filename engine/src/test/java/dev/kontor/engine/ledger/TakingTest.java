package dev.kontor.engine.ledger;

import static dev.kontor.engine.ledger.LedgerBench.notice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.lane.Lane;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TakingTest {

  private final LedgerBench bench = new LedgerBench();

  @AfterEach
  void close() {
    bench.close();
  }

  private List<Added> add(int most, Append... appends) {
    return Transactions.retrying(
        bench.database.hot(), c -> bench.ledger.add(c, List.of(appends), new Taking("door", most)));
  }

  @Test
  void aLaneThatBeginsIsTakenAndItsMessagesAreWhatTheLedgerHolds() {
    List<Added> added = add(5, notice("a", "1"), notice("a", "2"));

    Lane lane = Objects.requireNonNull(added.getFirst().taken());
    assertThat(added).extracting(Added::taken).containsOnly(lane);
    assertThat(added.stream().map(Added::message).toList()).isEqualTo(bench.unfinished(lane));
    assertThat(bench.claim("other", 5)).isEmpty();
    assertThat(bench.finishAll("door", lane, new MessageState.Done(""))).isTrue();
    assertThat(bench.number("select count(*) from lane")).isZero();
  }

  @Test
  void aLaneThatStandsIsLeftToWhoeverClaimsIt() {
    bench.append(notice("a", "1"));

    assertThat(add(5, notice("a", "2")).getFirst().taken()).isNull();
    assertThat(bench.unfinished(bench.claimOne("other"))).hasSize(2);
  }

  @Test
  void noMoreLanesAreTakenThanThereIsRoom() {
    List<Added> added = add(1, notice("a", "1"), notice("b", "2"));

    assertThat(added).filteredOn(a -> a.taken() != null).hasSize(1);
    assertThat(bench.claim("other", 5)).extracting("key").containsExactly("b");
  }

  @Test
  void whatATakerLeavesBehindIsFreeWhenItsLeaseHasRunOut() {
    bench.heartbeat("door", Duration.ofSeconds(10));
    Lane lane = Objects.requireNonNull(add(1, notice("a", "1")).getFirst().taken());
    bench.clock.advance(Duration.ofSeconds(11));

    assertThat(Transactions.run(bench.database.hot(), bench.lanes::reap)).isEqualTo(1);
    assertThat(bench.claim("other", 1)).hasSize(1);
    assertThat(bench.finishAll("door", lane, new MessageState.Done(""))).isFalse();
  }

  @Test
  void aClaimTakesNoMoreThanAskedFor() {
    for (int i = 0; i < 300; i++) {
      bench.append(notice("lane " + i, null));
    }

    assertThat(bench.claim("n", 7)).hasSize(7);
    assertThat(bench.number("select count(*) from lane where owner is not null")).isEqualTo(7);
  }
}
