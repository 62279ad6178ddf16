package dev.kontor.engine.ledger;

import static dev.kontor.engine.ledger.LedgerBench.event;
import static dev.kontor.engine.ledger.LedgerBench.notice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.lane.Lane;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is appended stands once, in order, and its lane's counters are right. */
final class LedgerStoreTest {

  private final LedgerBench bench = new LedgerBench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void messagesStandInTheOrderTheyCameOverSeveralAppends() {
    bench.append(event("a", "1", null), event("b", "1", null), event("a", "2", null));
    bench.append(event("a", "3", null));
    Lane lane =
        bench.claim("n", 5).stream().filter(l -> l.key().equals("a")).findFirst().orElseThrow();
    assertThat(bench.unfinished(lane)).extracting(Message::event).containsExactly("1", "2", "3");
    assertThat(bench.unfinished(lane)).extracting(Message::seq).containsExactly(1L, 2L, 3L);
  }

  @Test
  void aRepeatedArrivalAddsNothing() {
    assertThat(bench.append(notice("a", "k"), notice("a", "k"))).isEqualTo(1);
    assertThat(bench.append(notice("a", "k"))).isZero();
    assertThat(bench.number("select enqueued from lane")).isEqualTo(1);
  }

  @Test
  void eachFlowGetsTheSameArrivalOnce() {
    Append other = Append.notice("b", "other", 5, "changed", "shop", "a", "k", null);
    assertThat(bench.append(notice("a", "k"), other)).isEqualTo(2);
    assertThat(bench.append(notice("a", "k"), other)).isZero();
  }

  @Test
  void ofAPolledDocumentOnlyTheVersionSeenLastIsARepeat() {
    assertThat(bench.append(polled("A"), polled("B"), polled("A"))).isEqualTo(1);
    assertThat(bench.append(polled("A"))).isZero();
    assertThat(bench.append(polled("B"))).isEqualTo(1);
    assertThat(bench.append(polled("A"))).isEqualTo(1);
  }

  /** A poll that meets thousands of repeats must not write thousands of times. */
  @Test
  void aPolledRepeatIsNotEvenLocked() {
    bench.append(polled("A"));
    bench.append(polled("A"));
    assertThat(bench.column("select xmax::text from arrival")).containsExactly("0");
  }

  @Test
  void aNameThatLooksLikeAVersionIsNoVersion() {
    assertThat(bench.append(notice("a", "k\n1"), notice("a", "k\n2"))).isEqualTo(2);
  }

  private static Append polled(String version) {
    return Append.seen("a", "flow", 5, "polled", "shop", "a", "poll|a", version);
  }

  @Test
  void anArrivalWithoutKeyIsAlwaysNew() {
    assertThat(bench.append(notice("a", null), notice("a", null))).isEqualTo(2);
  }

  @Test
  void anEffectIsKnownByItsKeyWhereverItIsAppended() {
    assertThat(bench.append(event("a", "created", "e"), event("b", "created", "e"))).isEqualTo(1);
    assertThat(bench.append(event("c", "created", "e"), event("c", "paid", "f"))).isEqualTo(1);
    assertThat(bench.number("select count(*) from message")).isEqualTo(2);
    assertThat(bench.number("select sum(enqueued) from lane")).isEqualTo(2);
  }

  @Test
  void aLaneWhoseOnlyMessageWasKnownAlreadyIsDroppedAtTheNextClaim() {
    bench.append(event("a", "created", "e"));
    bench.append(event("b", "created", "e"));
    for (Lane lane : bench.claim("n", 5)) {
      bench.finishAll("n", lane, new MessageState.Done(""));
    }
    assertThat(bench.number("select count(*) from lane")).isZero();
  }

  @Test
  void onlyARetryThatIsTheMessagesOwnFaultUsesAnAttempt() {
    bench.append(event("a", "created", "e"));
    finish(new MessageState.Retrying("", "Unavailable", Duration.ZERO, false));
    finish(new MessageState.Retrying("", "Conflict", Duration.ZERO, true));
    finish(new MessageState.Waiting("", "Missing", null, Duration.ZERO));
    assertThat(bench.number("select attempts from message")).isEqualTo(1);
  }

  @Test
  void waitingIsCountedFromItsFirstDay() {
    bench.append(event("a", "created", "e"));
    MessageState waiting = new MessageState.Waiting("", "Missing", null, Duration.ofMinutes(1));
    finish(waiting);
    bench.clock.advance(Duration.ofHours(2));
    finish(waiting);
    bench.clock.advance(Duration.ofHours(2));
    Message message = bench.unfinished(bench.claimOne("n")).getFirst();
    assertThat(Duration.ofMillis(message.waitingMillis()))
        .isBetween(Duration.ofHours(4), Duration.ofHours(4).plusMinutes(5));
  }

  private void finish(MessageState state) {
    bench.clock.advance(Duration.ofMinutes(2));
    bench.finishAll("n", bench.claimOne("n"), state);
  }
}
