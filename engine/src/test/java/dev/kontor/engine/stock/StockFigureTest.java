package dev.kontor.engine.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.config.StockRule;
import dev.kontor.model.Stock;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sellable pieces, term by term. */
final class StockFigureTest {

  private static final StockRule SAFETY_TWO = new StockRule(Set.of(), BigDecimal.valueOf(2), false);

  private static BigDecimal pieces(String text) {
    return new BigDecimal(text);
  }

  private static Stock stock(String onHand, @Nullable String demand) {
    return new Stock(
        "A1",
        pieces(onHand),
        demand == null ? null : pieces(demand),
        pieces("7"),
        List.of(
            new Stock.AtLocation("MAIN", pieces("4")), new Stock.AtLocation("SHOP", pieces("6"))),
        Instant.EPOCH);
  }

  private static StockFigure of(Stock stock, StockRule rule, String notInErp, String transferred) {
    return StockFigure.of(stock, rule, pieces(notInErp), pieces(transferred));
  }

  @Test
  void everyTermCountsAndIsNamed() {
    StockFigure figure = of(stock("10", "3"), SAFETY_TWO, "1", "9");
    assertThat(figure.quantity()).isEqualByComparingTo("4");
    assertThat(
            figure.terms().stream()
                .collect(Collectors.toMap(StockTerm::term, t -> t.quantity().intValueExact())))
        .containsEntry("on hand", 10)
        .containsEntry("open demand", -3)
        .containsEntry("safety stock", -2)
        .containsEntry("shop orders not yet in the ERP", -1)
        .hasSize(4);
  }

  @Test
  void whereTheErpShowsNoDemandTheHubsOwnOrdersStandIn() {
    StockFigure figure = of(stock("10", null), StockRule.PLAIN, "1", "5");
    assertThat(figure.quantity()).isEqualByComparingTo("4");
    assertThat(figure.terms())
        .anyMatch(t -> t.term().equals("transferred, not shipped") && t.source().contains("hub"));
  }

  @Test
  void receiptsCountOnlyWhereAllowed() {
    StockRule receipts = new StockRule(Set.of(), BigDecimal.ZERO, true);
    assertThat(of(stock("10", "0"), receipts, "0", "0").quantity()).isEqualByComparingTo("17");
    assertThat(of(stock("10", "0"), StockRule.PLAIN, "0", "0").quantity())
        .isEqualByComparingTo("10");
  }

  @Test
  void onlyCountedLocationsCount() {
    StockRule main = new StockRule(Set.of("MAIN"), BigDecimal.ZERO, false);
    StockRule none = new StockRule(Set.of("ELSEWHERE"), BigDecimal.ZERO, false);
    assertThat(of(stock("10", "0"), main, "0", "0").quantity()).isEqualByComparingTo("4");
    assertThat(of(stock("10", "0"), none, "0", "0").quantity()).isEqualByComparingTo("0");
  }

  @Test
  void aShopIsToldWholePiecesAndNeverLessThanNone() {
    assertThat(of(stock("10.9", "0"), StockRule.PLAIN, "0", "0").quantity())
        .isEqualByComparingTo("10");
    StockFigure oversold = of(stock("1", "5"), StockRule.PLAIN, "0", "0");
    assertThat(oversold.quantity()).isEqualByComparingTo("0");
    assertThat(
            oversold.terms().stream()
                .map(StockTerm::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("-4");
  }
}
