package dev.kontor.engine.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.db.TimeStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.LedgerBench;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pieces sold by shops, until the ERP's own figures contain them. */
final class DemandStoreTest {

  private static final Instant PLACED = Instant.parse("2026-11-20T10:00:00Z");

  private final LedgerBench bench = new LedgerBench();
  private final DemandStore demand = new DemandStore();
  private final StockLevelStore levels = new StockLevelStore();

  @AfterEach
  void close() {
    bench.close();
  }

  private void sell(String order, String sku, int pieces) {
    in(
        c ->
            demand.record(
                c,
                List.of(
                    new DemandStore.Sold("shop", order, sku, BigDecimal.valueOf(pieces), PLACED))));
  }

  private void in(Transactions.Action action) {
    Transactions.execute(bench.database.hot(), action);
  }

  private void inErp(String order, String sku, int pieces) {
    DemandStore.InErp there =
        new DemandStore.InErp("shop", order, Map.of(sku, BigDecimal.valueOf(pieces)));
    in(c -> demand.inErp(c, List.of(there)));
  }

  private DemandStore.Demand sum(Instant began) {
    return Transactions.run(
            bench.database.hot(), c -> demand.sum(c, List.of("A1"), began, Set.of()))
        .getOrDefault("A1", DemandStore.Demand.NONE);
  }

  private Instant now() {
    return Transactions.run(bench.database.hot(), TimeStore::now);
  }

  @Test
  void allOpenOrdersOfASkuAddUp() {
    sell("1", "A1", 2);
    sell("2", "A1", 3);
    sell("3", "B1", 9);
    assertThat(sum(now()).notInErp()).isEqualByComparingTo("5");
    assertThat(sum(now()).transferred()).isEqualByComparingTo("0");
  }

  @Test
  void aLaterSnapshotReplacesTheEarlier() {
    sell("1", "A1", 2);
    sell("1", "A1", 1);
    assertThat(sum(now()).notInErp()).isEqualByComparingTo("1");
  }

  @Test
  void goodsTakenOutOfAnOrderAreFreeAgain() {
    sell("1", "A1", 2);
    sell("1", "B1", 2);
    in(c -> demand.keepOnly(c, "shop", "1", List.of("B1")));
    assertThat(sum(now()).notInErp()).isEqualByComparingTo("0");
    sell("1", "A1", 4);
    assertThat(sum(now()).notInErp()).isEqualByComparingTo("4");
  }

  @Test
  void aReadingBegunBeforeTheTransferCannotContainItOneBegunLaterDoes() {
    sell("1", "A1", 2);
    Instant before = now();
    bench.clock.advance(Duration.ofSeconds(1));
    inErp("1", "A1", 2);
    bench.clock.advance(Duration.ofSeconds(1));
    assertThat(sum(before).notInErp()).isEqualByComparingTo("2");
    assertThat(sum(now()).notInErp()).isEqualByComparingTo("0");
    assertThat(sum(now()).transferred()).isEqualByComparingTo("2");
  }

  @Test
  void aClosedOrderNeedsNothing() {
    sell("1", "A1", 2);
    in(c -> demand.close(c, "shop", List.of("1")));
    assertThat(sum(now()).notInErp()).isEqualByComparingTo("0");
  }

  @Test
  void aShopIsExpectedToShowWhatItWasToldLessWhatItSoldSince() {
    level(PLACED.minusSeconds(1));
    sell("1", "A1", 2);
    assertThat(expected()).isEqualByComparingTo("8");
    level(PLACED);
    assertThat(expected())
        .as("sold before the write, so contained in it")
        .isEqualByComparingTo("10");
  }

  private void level(Instant writtenBy) {
    in(
        c ->
            levels.upsert(
                c,
                List.of(
                    new StockLevelStore.Level(
                        "shop",
                        "A1",
                        BigDecimal.TEN,
                        writtenBy,
                        writtenBy,
                        BigDecimal.ZERO,
                        "[]"))));
  }

  private BigDecimal expected() {
    return Transactions.run(bench.database.hot(), c -> levels.find(c, "shop", List.of("A1")))
        .values()
        .iterator()
        .next()
        .expected();
  }
}
