package dev.kontor.engine.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.LedgerBench;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When nobody knows what a shop shows: to the millisecond. */
final class DoubtfulStockTest {

  /** Later than anything is recorded here, unless a test says otherwise. */
  private static final Instant BEGAN = Instant.parse("2100-11-20T10:00:00Z");

  private static final Instant WRITTEN_BY = BEGAN.plusSeconds(9);

  private final LedgerBench bench = new LedgerBench();
  private final DemandStore demand = new DemandStore();
  private final StockLevelStore levels = new StockLevelStore();

  @AfterEach
  void close() {
    bench.close();
  }

  private void in(Transactions.Action action) {
    Transactions.execute(bench.database.hot(), action);
  }

  private void sold(Instant placedAt) {
    DemandStore.Sold sold = new DemandStore.Sold("shop", "1", "A1", BigDecimal.ONE, placedAt);
    in(c -> demand.record(c, List.of(sold)));
  }

  private void told(Instant began, Instant writtenBy) {
    in(
        c ->
            levels.upsert(
                c,
                List.of(
                    new StockLevelStore.Level(
                        "shop", "A1", BigDecimal.TEN, began, writtenBy, BigDecimal.ZERO, "[]"))));
  }

  private boolean isDoubtful() {
    return !Transactions.run(bench.database.hot(), c -> levels.doubtful(c, "shop", List.of("A1")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-5001, false",
    "-5000, true",
    "0, true",
    "8999, true",
    "9000, true",
    "9001, false",
  })
  void aSaleWhileTheFigureWasMadeAndWrittenLeavesIt(long millis, boolean doubtful) {
    told(BEGAN, WRITTEN_BY);
    sold(BEGAN.plusMillis(millis));
    assertThat(isDoubtful()).isEqualTo(doubtful);
  }

  @Test
  void aSaleAtAnotherShopOrOfAnotherSkuDoesNot() {
    told(BEGAN, WRITTEN_BY);
    in(
        c ->
            demand.record(
                c,
                List.of(
                    new DemandStore.Sold("other", "1", "A1", BigDecimal.ONE, BEGAN),
                    new DemandStore.Sold("shop", "2", "B1", BigDecimal.ONE, BEGAN))));
    assertThat(isDoubtful()).isFalse();
  }

  @Test
  void piecesPutBackSinceTheFigureBeganLeaveItAndAFigureBegunLaterEndsIt() {
    sold(Instant.EPOCH);
    in(c -> demand.close(c, "shop", List.of("1")));
    Instant closed = recorded("closed");
    told(closed.plusMillis(1), closed.plusSeconds(5));
    assertThat(isDoubtful()).as("made when the pieces were back").isFalse();
    told(closed, closed.plusSeconds(5));
    assertThat(isDoubtful()).isTrue();
  }

  @Test
  void piecesOfASalePlacedAfterTheWriteWereDeductedAndPutBackByTheShop() {
    told(BEGAN, WRITTEN_BY);
    sold(WRITTEN_BY.plusMillis(1));
    in(c -> demand.close(c, "shop", List.of("1")));
    assertThat(isDoubtful()).isFalse();
  }

  @Test
  void anEditSinceTheFigureBeganLeavesIt() {
    sold(Instant.EPOCH);
    Instant recorded = recorded("edited");
    told(recorded.plusNanos(1_000), recorded.plusSeconds(5));
    assertThat(isDoubtful()).isFalse();
    sold(Instant.EPOCH);
    assertThat(isDoubtful()).as("the same as before").isFalse();
    in(c -> demand.keepOnly(c, "shop", "1", List.of()));
    assertThat(isDoubtful()).isTrue();
  }

  @Test
  void aSaleHeardOfSinceTheFigureBeganMayHaveBeenEditedUnseen() {
    Instant began = Instant.parse("2026-11-20T10:00:00Z");
    told(began, began.plusSeconds(9));
    sold(began.plusMillis(9_001));
    assertThat(isDoubtful()).as("the shop deducted all of it from the figure").isFalse();
    in(c -> Jdbc.update(c, "delete from open_demand"));
    sold(began.minus(Duration.ofDays(1)));
    assertThat(isDoubtful()).isTrue();
  }

  @Test
  void rowsOfEarlierReleasesCountTwentySecondsBack() {
    told(BEGAN, WRITTEN_BY);
    in(c -> Jdbc.update(c, "update stock_level set began = null"));
    sold(WRITTEN_BY.minusMillis(25_001));
    assertThat(isDoubtful()).isFalse();
    sold(WRITTEN_BY.minusMillis(25_000));
    assertThat(isDoubtful()).as("recorded for good with its first time").isFalse();
    in(c -> Jdbc.update(c, "update open_demand set placed_at = placed_at + interval '1 ms'"));
    assertThat(isDoubtful()).isTrue();
  }

  private Instant recorded(String column) {
    return Transactions.run(
            bench.database.hot(),
            c ->
                Jdbc.query(
                    c,
                    "select " + column + " from open_demand",
                    row -> Objects.requireNonNull(Jdbc.instant(row, column))))
        .getFirst();
  }
}
