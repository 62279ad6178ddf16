package dev.kontor.engine.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.db.TimeStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.LedgerBench;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an edit changes of an order that the ERP has counts once, before and after it arrives. */
final class EditedDemandTest {

  private static final Instant PLACED = Instant.parse("2026-11-20T10:00:00Z");

  private final LedgerBench bench = new LedgerBench();
  private final DemandStore demand = new DemandStore();

  @AfterEach
  void close() {
    bench.close();
  }

  /** The order says so now; a reading begun just before is remembered. */
  private Instant sold(Map<String, Integer> pieces) {
    Instant before = now();
    List<DemandStore.Sold> sold =
        decimals(pieces).entrySet().stream()
            .map(p -> new DemandStore.Sold("shop", "1", p.getKey(), p.getValue(), PLACED))
            .toList();
    Transactions.execute(
        bench.database.hot(),
        c -> {
          demand.record(c, sold);
          demand.keepOnly(c, "shop", "1", List.copyOf(pieces.keySet()));
        });
    return before;
  }

  private Instant inErp(Map<String, Integer> pieces) {
    Instant before = now();
    DemandStore.InErp there = new DemandStore.InErp("shop", "1", decimals(pieces));
    Transactions.run(bench.database.hot(), c -> demand.inErp(c, List.of(there)));
    return before;
  }

  private static Map<String, BigDecimal> decimals(Map<String, Integer> pieces) {
    Map<String, BigDecimal> decimals = new HashMap<>();
    pieces.forEach((sku, quantity) -> decimals.put(sku, BigDecimal.valueOf(quantity)));
    return decimals;
  }

  private Instant now() {
    bench.clock.advance(Duration.ofSeconds(1));
    Instant now = Transactions.run(bench.database.hot(), TimeStore::now);
    bench.clock.advance(Duration.ofSeconds(1));
    return now;
  }

  private void counts(Instant reading, int notInErp, int transferred) {
    DemandStore.Demand sum =
        Transactions.run(bench.database.hot(), c -> demand.sum(c, List.of("A1"), reading, Set.of()))
            .getOrDefault("A1", DemandStore.Demand.NONE);
    assertThat(sum.notInErp()).as("not in the ERP").isEqualByComparingTo(text(notInErp));
    assertThat(sum.transferred()).as("transferred").isEqualByComparingTo(text(transferred));
  }

  private static BigDecimal text(int pieces) {
    return BigDecimal.valueOf(pieces);
  }

  @Test
  void piecesAddedToATransferredOrderCountUntilTheErpHasThem() {
    sold(Map.of("A1", 2));
    Instant beforeCreation = inErp(Map.of("A1", 2));
    sold(Map.of("A1", 5));
    counts(now(), 3, 2);
    counts(beforeCreation, 5, 0);
    Instant beforeEdit = inErp(Map.of("A1", 5));
    counts(beforeEdit, 3, 2);
    counts(now(), 0, 5);
  }

  @Test
  void piecesTakenOutStayReservedUntilTheErpHasTheEdit() {
    sold(Map.of("A1", 5));
    inErp(Map.of("A1", 5));
    sold(Map.of("A1", 3));
    counts(now(), 0, 5);
    Instant beforeEdit = inErp(Map.of("A1", 3));
    counts(beforeEdit, 0, 5);
    counts(now(), 0, 3);
  }

  @Test
  void anArticleTakenOutOfATransferredOrderIsFreeWhenTheErpHasTheEdit() {
    sold(Map.of("A1", 5, "B1", 1));
    inErp(Map.of("A1", 5, "B1", 1));
    sold(Map.of("B1", 1));
    counts(now(), 0, 5);
    inErp(Map.of("B1", 1));
    counts(now(), 0, 0);
    sold(Map.of("A1", 2, "B1", 1));
    counts(now(), 2, 0);
  }

  @Test
  void anEditTakenBackLeavesWhatTheErpHas() {
    sold(Map.of("A1", 2));
    inErp(Map.of("A1", 2));
    sold(Map.of("A1", 5));
    sold(Map.of("A1", 2));
    counts(now(), 0, 2);
  }

  @Test
  void anOrderEditedWhileItWasBeingTransferredArrivesWithoutTheEdit() {
    sold(Map.of("A1", 2));
    sold(Map.of("A1", 5, "B1", 1));
    inErp(Map.of("A1", 2));
    counts(now(), 3, 2);
    inErp(Map.of("A1", 5, "B1", 1));
    counts(now(), 0, 5);
  }

  @Test
  void twoEditsDuringOneReadingCountWhole() {
    sold(Map.of("A1", 1));
    Instant reading = inErp(Map.of("A1", 1));
    sold(Map.of("A1", 2));
    inErp(Map.of("A1", 2));
    sold(Map.of("A1", 3));
    inErp(Map.of("A1", 3));
    counts(reading, 3, 0);
    counts(now(), 0, 3);
  }

  @Test
  void anOrderCancelledThereAndOpenedAgainCountsWhole() {
    sold(Map.of("A1", 2));
    inErp(Map.of("A1", 2));
    Transactions.execute(bench.database.hot(), c -> demand.close(c, "shop", List.of("1")));
    inErp(Map.of());
    sold(Map.of("A1", 2));
    counts(now(), 2, 0);
  }
}
