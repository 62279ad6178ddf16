package dev.kontor.engine.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.config.StockRule;
import dev.kontor.model.Stock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Sellable pieces of an ERP that keeps stock by location; nothing is deducted twice. */
final class LocationFigureTest {

  private static final StockRule MAIN = rule(Set.of("MAIN"), false, 0);

  private final Warehouses books = new Warehouses();

  private static StockRule rule(Set<String> locations, boolean receipts, int days) {
    return new StockRule(locations, BigDecimal.ZERO, receipts, days, Set.of());
  }

  private static BigDecimal sum(Warehouses books, StockRule rule) {
    return StockTerms.of(books.stock(), rule, BigDecimal.ZERO, BigDecimal.ZERO).stream()
        .map(StockTerm::quantity)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void sums(StockRule rule, int pieces) {
    assertThat(sum(books, rule)).isEqualByComparingTo(BigDecimal.valueOf(pieces));
  }

  private List<String> terms(StockRule rule) {
    return StockTerms.of(books.stock(), rule, BigDecimal.ZERO, BigDecimal.ZERO).stream()
        .filter(term -> term.source().equals(StockTerms.ERP))
        .map(term -> term.term() + " " + term.quantity() + term.note())
        .toList();
  }

  @Test
  void everyFigureIsWhatCountingPieceByPieceGives() {
    Random random = new Random(11);
    for (int i = 0; i < 5_000; i++) {
      Warehouses some = Warehouses.random(random);
      Set<String> counted = new HashSet<>();
      for (int j = random.nextInt(4); j > 0; j--) {
        counted.add(Warehouses.PLACES.get(random.nextInt(4)));
      }
      StockRule rule =
          new StockRule(
              counted,
              BigDecimal.valueOf(random.nextInt(3)),
              random.nextBoolean(),
              random.nextInt(10),
              Set.of());
      assertThat(sum(some, rule).intValueExact())
          .as("%s of %s", rule, some.stock())
          .isEqualTo(some.sellable(rule));
    }
  }

  @Test
  void onlyCountedLocationsCount() {
    books.onHand.put("MAIN", 4);
    books.onHand.put("SHOP", 6);
    sums(MAIN, 4);
    sums(rule(Set.of(), false, 0), 10);
    sums(rule(Set.of("EAST"), false, 0), 0);
    assertThat(terms(rule(Set.of("EAST"), false, 0))).containsExactly("on hand at EAST 0");
  }

  @Test
  void anOrderCountsWhereItIsShippedFromAndEverywhereIfThatIsOpen() {
    books.onHand.put("MAIN", 10);
    books.claims.add(new Warehouses.Claim("MAIN", 1, true));
    books.claims.add(new Warehouses.Claim("SHOP", 2, true));
    books.claims.add(new Warehouses.Claim("", 4, true));
    sums(MAIN, 5);
    assertThat(terms(MAIN))
        .containsExactly(
            "on hand at MAIN 10", "open demand without location -4", "open demand at MAIN -1");
  }

  @Test
  void aShopThatKeepsStockByPlaceLearnsWhatIsFreeAtEachCountedOne() {
    books.onHand.put("MAIN", 10);
    books.onHand.put("SHOP", 3);
    books.claims.add(new Warehouses.Claim("MAIN", 4, true));
    books.claims.add(new Warehouses.Claim("SHOP", 5, false));
    books.claims.add(new Warehouses.Claim("", 1, true));
    assertThat(places(rule(Set.of(), false, 0)))
        .containsEntry("MAIN", BigDecimal.valueOf(6))
        .containsEntry("SHOP", BigDecimal.ZERO);
    assertThat(places(MAIN)).containsOnlyKeys("MAIN");
    Stock sum = Stock.sum("A1", BigDecimal.TEN, BigDecimal.ONE, Instant.EPOCH);
    assertThat(StockFigure.of(sum, StockRule.PLAIN, BigDecimal.ZERO, BigDecimal.ZERO).places())
        .isEmpty();
  }

  private Map<String, BigDecimal> places(StockRule rule) {
    return StockFigure.of(books.stock(), rule, BigDecimal.ZERO, BigDecimal.ZERO).places();
  }

  @Test
  void aShipmentChangesNothing() {
    books.onHand.put("MAIN", 10);
    books.claims.add(new Warehouses.Claim("MAIN", 3, true));
    sums(MAIN, 7);
    books.claims.clear();
    books.onHand.put("MAIN", 7);
    sums(MAIN, 7);
  }

  @Test
  void goodsThatLeaveCountedLocationsAreGoneAtOnceAndOnlyOnce() {
    books.onHand.put("MAIN", 10);
    books.ways.add(new Warehouses.Way("MAIN", "SHOP", 4, 0, null));
    sums(MAIN, 6);
    books.ways.clear();
    books.ways.add(new Warehouses.Way("MAIN", "SHOP", 0, 4, null));
    books.onHand.put("MAIN", 6);
    books.onHand.put("TRANSIT", 4);
    sums(MAIN, 6);
    sums(rule(Set.of("MAIN", "SHOP"), true, 9), 6);
    sums(rule(Set.of(), true, 9), 10);
  }

  @Test
  void betweenTwoCountedLocationsNothingIsLostWhileItIsExpectedInTime() {
    StockRule both = rule(Set.of("MAIN", "SHOP"), true, 3);
    LocalDate soon = Warehouses.TODAY.plusDays(3);
    books.onHand.put("MAIN", 10);
    books.ways.add(new Warehouses.Way("MAIN", "SHOP", 4, 0, soon));
    sums(both, 10);
    books.ways.set(0, new Warehouses.Way("MAIN", "SHOP", 1, 3, soon));
    books.onHand.put("MAIN", 7);
    books.onHand.put("TRANSIT", 3);
    sums(both, 10);
    books.ways.clear();
    books.onHand.put("TRANSIT", 0);
    books.onHand.put("SHOP", 3);
    sums(both, 10);
  }

  @Test
  void aReceiptCountsFromTodayToTheLastDayAndWhatDoesNotIsNamed() {
    StockRule week = rule(Set.of("MAIN"), true, 7);
    books.purchases.add(new Warehouses.Purchase("MAIN", 1, Warehouses.TODAY));
    books.purchases.add(new Warehouses.Purchase("MAIN", 2, Warehouses.TODAY.plusDays(7)));
    books.purchases.add(new Warehouses.Purchase("MAIN", 10, Warehouses.TODAY.plusDays(8)));
    books.purchases.add(new Warehouses.Purchase("MAIN", 20, Warehouses.TODAY.minusDays(1)));
    books.purchases.add(new Warehouses.Purchase("MAIN", 40, null));
    books.purchases.add(new Warehouses.Purchase("SHOP", 80, Warehouses.TODAY));
    sums(MAIN, 0);
    sums(week, 3);
    assertThat(terms(week))
        .containsExactly(
            "on hand at MAIN 0",
            "expected until 2026-12-08 at MAIN 370 more expected later, overdue or without a day");
  }
}
