package dev.kontor.engine.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.engine.config.StockRule;
import dev.kontor.model.Stock;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sellable pieces, term by term. */
final class StockFigureTest {

  private static final StockRule SAFETY_TWO =
      new StockRule(Set.of(), BigDecimal.valueOf(2), false, 0, Set.of());

  private static BigDecimal pieces(String text) {
    return new BigDecimal(text);
  }

  private static Stock stock(String onHand, @Nullable String demand) {
    return Stock.sum("A1", pieces(onHand), demand == null ? null : pieces(demand), Instant.EPOCH);
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
  void anErpThatTellsOneSumCannotFollowARuleOfLocations() {
    StockRule main = new StockRule(Set.of("MAIN"), BigDecimal.ZERO, false, 0, Set.of());
    assertThatThrownBy(() -> of(stock("10", "0"), main, "0", "0"))
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.fault()).isInstanceOf(Fault.Forbidden.class))
        .hasMessageContaining("[MAIN], but the ERP tells one sum of all");
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
