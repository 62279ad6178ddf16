package dev.kontor.engine.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kontor.spi.Fault;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A figure without answer may arrive after a newer one: the newer one is written once more. */
final class UnansweredStockTest {

  /** Twice the longest call, the lease and the settle time. */
  private static final Duration UNCERTAINTY = StockBench.LEASE.plusSeconds(3);

  @TempDir Path home;
  private StockBench bench;

  @BeforeEach
  void open() {
    bench = new StockBench(home, StockBench.SAFETY_TWO);
    bench.erp.has("A1", 10, 0);
    bench.changed("A1");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void theShopChangesTo(int onHand) {
    bench.erp.has("A1", onHand, 0);
    bench.changed("A1");
    bench.work();
  }

  private void theWaitIsOverAndOneMoreWriteSettlesIt() {
    bench.ledger.clock.advance(UNCERTAINTY);
    bench.work();
    assertThat(bench.shop.written).containsExactly("A1=7", "A1=7");
    assertThat(bench.outcomes().getLast()).isEqualTo("changed done A1: 7");
    bench.changed("A1");
    bench.work();
    assertThat(bench.outcomes().getLast()).isEqualTo("changed skipped unchanged: 7");
  }

  @Test
  void aNewerFigureIsWrittenOnceMoreWhenTheUnansweredOneCanNoLongerArrive() {
    bench.shop.refused.put("A1", new Fault.OutcomeUnknown("no answer"));
    bench.work();
    bench.shop.refused.clear();
    theShopChangesTo(9);
    assertThat(bench.shop.written).containsExactly("A1=7");
    assertThat(bench.outcomes().getLast())
        .startsWith("changed waiting A1: 7; written once more when no earlier figure can arrive");
    theWaitIsOverAndOneMoreWriteSettlesIt();
  }

  private void theProcessDiesInItsCall() {
    bench.shop.meanwhile =
        () -> {
          throw new IllegalStateException("the process dies here");
        };
    assertThat(catchThrowable(bench::work)).isInstanceOf(IllegalStateException.class);
    bench.shop.meanwhile = () -> {};
    bench.in(bench.ledger.lanes::reap);
  }

  @Test
  void soIsOneAfterAProcessThatDiedInItsCall() {
    theProcessDiesInItsCall();
    theShopChangesTo(9);
    assertThat(bench.shop.written).containsExactly("A1=7");
    assertThat(bench.outcomes().getLast()).startsWith("changed waiting A1: 7");
    theWaitIsOverAndOneMoreWriteSettlesIt();
  }

  @Test
  void alsoIfTheNextProcessFirstCannotReachTheErp() {
    theProcessDiesInItsCall();
    bench.changed("A1");
    bench.erp.down = new Fault.Unavailable("away");
    bench.work();
    assertThat(bench.outcomes().getFirst()).startsWith("changed skipped superseded");
    bench.erp.down = null;
    theShopChangesTo(9);
    assertThat(bench.shop.written).containsExactly("A1=7");
    assertThat(bench.outcomes().getLast()).startsWith("changed waiting A1: 7");
    theWaitIsOverAndOneMoreWriteSettlesIt();
  }

  @Test
  void aRefusedFigureLeavesNothingToWaitFor() {
    bench.shop.refused.put("A1", new Fault.Conflict("changed meanwhile"));
    bench.work();
    bench.shop.refused.clear();
    theShopChangesTo(9);
    assertThat(bench.outcomes().getLast()).isEqualTo("changed done A1: 7");
  }
}
