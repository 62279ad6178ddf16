package dev.kontor.engine.ledger;

import static dev.kontor.engine.ledger.LedgerBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.lane.Lane;
import dev.kontor.engine.ledger.DecisionStore.Scope;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people decide reaches free lanes only, and lanes go on from there. */
final class DecisionStoreTest {

  private final LedgerBench bench = new LedgerBench();
  private final DecisionStore decisions = new DecisionStore();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void resubmittingMakesADeadMessageAndItsLaneReady() {
    bench.append(event("a", "1", "e"), event("a", "2", "f"));
    bench.finishAll("n", bench.claimOne("n"), new MessageState.Dead("", "Invalid"));
    assertThat(bench.claim("n", 5)).isEmpty();
    assertThat(resubmit(1, 2)).isEqualTo(2);
    assertThat(bench.states()).containsExactly("ready", "ready");
    assertThat(bench.claim("n", 5)).hasSize(1);
  }

  @Test
  void whatIsBeingWorkedOnCanNeitherBeResubmittedNorDiscarded() {
    bench.append(event("a", "1", "e"));
    Lane lane = bench.claimOne("n");
    assertThat(resubmit(1)).isZero();
    assertThat(discard(1)).isZero();
    bench.finishAll("n", lane, new MessageState.Done(""));
    assertThat(resubmit(1)).isZero();
    assertThat(bench.states()).containsExactly("done");
  }

  @Test
  void discardingLetsTheFollowersGoOn() {
    bench.append(event("a", "1", "e"), event("a", "2", "f"));
    Lane lane = bench.claimOne("n");
    bench.finish(
        "n", lane, bench.unfinished(lane).subList(0, 1), new MessageState.Dead("", "Invalid"));
    assertThat(discard(1)).isEqualTo(1);
    Lane again = bench.claimOne("n");
    assertThat(bench.unfinished(again)).extracting(Message::event).containsExactly("2");
    bench.finishAll("n", again, new MessageState.Done(""));
    assertThat(bench.number("select count(*) from lane")).isZero();
    assertThat(bench.column("select reason from message order by id").getFirst())
        .isEqualTo("wrong (ada)");
  }

  @Test
  void aFollowerSaysBehindWhatItWaits() {
    bench.append(event("a", "created", "e"), event("a", "edited", "f"));
    Lane lane = bench.claimOne("n");
    bench.finish(
        "n", lane, bench.unfinished(lane).subList(0, 1), new MessageState.Dead("no", "Invalid"));
    List<DeskStore.Entry> open = Transactions.run(bench.database.hot(), c -> bench.desk.open(c, 5));
    assertThat(open)
        .extracting(DeskStore.Entry::reason)
        .containsExactly("no", "waits behind message 1 (created, dead)");
  }

  private int resubmit(long... ordinals) {
    return Transactions.run(
        bench.database.hot(), c -> decisions.resubmit(c, Scope.OPEN, ids(ordinals)).size());
  }

  private int discard(long... ordinals) {
    return Transactions.run(
        bench.database.hot(),
        c -> {
          MessageState end = new MessageState.Discarded("ada", "wrong");
          return decisions.takeOut(c, Scope.OPEN, ids(ordinals), "ada", end).size();
        });
  }

  private static List<Long> ids(long... ordinals) {
    return java.util.Arrays.stream(ordinals).boxed().toList();
  }
}
