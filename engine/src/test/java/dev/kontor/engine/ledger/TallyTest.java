package dev.kontor.engine.ledger;

import static dev.kontor.engine.ledger.LedgerBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.lane.Lane;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was finished is counted as it is stored, and never twice, whatever is summed up when. */
class TallyTest {

  private static final MessageState DONE = new MessageState.Done("erp order 1");
  private static final MessageState DEAD = new MessageState.Dead("no", "Invalid");

  private final LedgerBench bench = new LedgerBench();
  private final TallyStore tally = new TallyStore();

  @AfterEach
  void close() {
    bench.close();
  }

  private void finish(String lane, MessageState state) {
    bench.append(event(lane, "created", "key " + lane + state.key()));
    Lane claimed = bench.claimOne("n");
    List<Finish> finishes =
        bench.unfinished(claimed).stream()
            .map(m -> new Finish(m, state, state.equals(DONE) ? "Written" : "Invalid", null, null))
            .toList();
    bench.finishAll("n", claimed, state);
    Transactions.execute(bench.database.hot(), c -> tally.add(c, finishes));
  }

  private void sumUp() {
    Transactions.execute(bench.database.general(), TallyStore::sumUp);
  }

  private String sums() {
    return bench
        .column("select concat_ws(' ', sum(done), sum(dead), sum(written), sum(moved)) from tally")
        .getFirst();
  }

  @Test
  void countsStayTheSameHoweverOftenTheyAreSummedUp() {
    finish("a", DONE);
    finish("b", DEAD);
    assertThat(sums()).isEqualTo("1 1 1 2");
    sumUp();
    assertThat(bench.number("select count(*) from tally where slot <> 0"))
        .as("a session may still count here")
        .isEqualTo(1);
    bench.clock.advance(Duration.ofMinutes(20));
    finish("c", DONE);
    sumUp();
    assertThat(sums()).isEqualTo("2 1 2 3");
    assertThat(bench.number("select count(*) from tally where slot = 0")).isEqualTo(1);
    bench.clock.advance(Duration.ofDays(TallyStore.DAYS + 1));
    sumUp();
    sumUp();
    finish("d", DONE);
    assertThat(sums()).isEqualTo("3 1 3 4");
    assertThat(bench.number("select count(*) from tally where minute = '-infinity'")).isEqualTo(1);
  }

  @Test
  void theCountsByStateAreThoseOfTheLedger() {
    finish("a", DONE);
    finish("b", DEAD);
    bench.append(event("c", "created", "key c"));
    assertThat(Transactions.run(bench.database.general(), bench.desk::counts))
        .extracting(c -> c.state() + " " + c.count())
        .containsExactly("dead 1", "done 1", "ready 1");
  }
}
