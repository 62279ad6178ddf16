package dev.kontor.engine.reconcile;

import dev.kontor.engine.stock.SeenStock;
import dev.kontor.engine.stock.StockFigure;
import dev.kontor.engine.stock.StockLevelStore;
import dev.kontor.engine.stock.StockTerm;
import dev.kontor.spi.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One SKU at the ERP, in the ledger and in a shop. */
final class StockSides {

  static final Instant BEGAN = Instant.parse("2026-11-20T10:00:00Z");
  static final StockFigure TEN = figure(12, 2, 0);
  static final StockLevelStore.Level TOLD_TEN = told(10, 12, 2, 0);

  private StockSides() {}

  static StockFigure figure(int onHand, int safety, int sold) {
    return new StockFigure(
        "A1",
        BigDecimal.valueOf(onHand - safety - sold),
        List.of(
            new StockTerm("on hand", BigDecimal.valueOf(onHand), "ERP"),
            new StockTerm("safety stock", BigDecimal.valueOf(-safety), "flow setting"),
            new StockTerm("shop orders not yet in the ERP", BigDecimal.valueOf(-sold), "hub")));
  }

  /** The same, never below none. */
  static StockFigure outOf(int onHand, int safety) {
    return new StockFigure("A1", BigDecimal.ZERO, figure(onHand, safety, 0).terms());
  }

  /**
   * By places.
   *
   * @param counted what the operator has set
   * @param places each a term and its pieces
   */
  static StockFigure at(String counted, String... places) {
    List<StockTerm> terms = new ArrayList<>();
    for (String place : places) {
      int end = place.lastIndexOf(' ');
      terms.add(
          new StockTerm(place.substring(0, end), new BigDecimal(place.substring(end + 1)), "ERP"));
    }
    terms.add(new StockTerm("safety stock", BigDecimal.ZERO, "flow setting", counted));
    BigDecimal sum =
        terms.stream().map(StockTerm::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new StockFigure("A1", sum, terms);
  }

  static StockLevelStore.Level toldAt(String counted, String... places) {
    StockFigure figure = at(counted, places);
    return level(figure.quantity(), 0, figure.json().toString());
  }

  static StockLevelStore.Level told(int quantity, int onHand, int safety, int soldSince) {
    String terms =
        """
        [{"term": "on hand", "quantity": "%d", "source": "ERP"},
         {"term": "safety stock", "quantity": "-%d", "source": "flow setting"}]
        """
            .formatted(onHand, safety);
    return level(BigDecimal.valueOf(quantity), soldSince, terms);
  }

  private static StockLevelStore.Level level(BigDecimal quantity, int soldSince, String terms) {
    return new StockLevelStore.Level(
        "shop", "A1", quantity, BEGAN, BEGAN.plusSeconds(6), BigDecimal.valueOf(soldSince), terms);
  }

  static Standing shows(int pieces, Instant changedAt) {
    return new Standing.Other(
        List.of(new Standing.Field("stock", "10", String.valueOf(pieces))), changedAt);
  }

  static SeenStock seen(StockFigure figure, StockLevelStore.@Nullable Level told, Standing there) {
    return new SeenStock(figure, told, false, null, there);
  }
}
