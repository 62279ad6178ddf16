package dev.kontor.engine.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shop shows the figure already, but an order in it is counted twice: by the hub and, unknown
 * to it, by the ERP.
 */
final class JudgedStockTest {

  @TempDir private Path home;
  private StockBench bench;

  /** Told 8, one sold since; the ERP has one more than then, and has that order. */
  @BeforeEach
  void countsAnOrderTwice() {
    bench = new StockBench(home, StockBench.SAFETY_TWO);
    bench.erp.has("A1", 10, 0);
    bench.changed("A1");
    bench.work();
    bench.ledger.clock.advance(Duration.ofMinutes(1));
    bench.sold("1", "A1", 1, bench.now());
    bench.erp.has("A1", 11, 1);
    opened();
    bench.ledger.clock.advance(Duration.ofSeconds(1));
    bench.changed("A1");
  }

  private void opened() {
    bench.in(
        c ->
            Jdbc.update(
                c,
                "insert into intent (key, message, target, entity, action, reference, mapping,"
                    + " state, opened, absent_from) values ('k', 0, 'erp', 'order', 'CREATE', '1',"
                    + " 'm', 'open', hub_now(), hub_now())"));
  }

  private List<String> toCorrect() {
    return Transactions.run(
        bench.ledger.database.hot(),
        c -> bench.levels.writtenDuring(c, "shop", List.of("A1"), "k"));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void isCorrectedWhenTheOrderIsKnownToBeThere() {
    assertThat(toCorrect()).isEmpty();
    bench.work();
    assertThat(bench.outcomes().getLast()).isEqualTo("changed skipped unchanged: 7");
    assertThat(toCorrect()).containsExactly("A1");
  }

  @Test
  void isCorrectedAtOnceIfThatBecameKnownMeanwhile() {
    bench.beforeStoring = () -> bench.inErp("1", "A1", 1);
    bench.work();
    assertThat(bench.outcomes().getLast()).isEqualTo("sold meanwhile ready");
    bench.beforeStoring = () -> {};
    bench.ledger.clock.advance(Duration.ofSeconds(1));
    bench.work();
    assertThat(bench.shop.written).containsExactly("A1=8", "A1=8");
  }
}
