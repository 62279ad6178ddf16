package dev.kontor.engine.stock;

import dev.kontor.engine.config.StockRule;
import dev.kontor.model.Stock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * How many pieces of one SKU a shop may sell, with every term; pure.
 *
 * @param sku the SKU
 * @param quantity whole pieces, rounded down; negative demand is written as it is known, never
 *     below 0
 * @param terms add up to the unrounded quantity
 */
public record StockFigure(String sku, BigDecimal quantity, List<StockTerm> terms) {

  public StockFigure {
    terms = List.copyOf(terms);
  }

  /**
   * Sellable = on hand at counted locations − open demand in the ERP − safety stock + allowed
   * receipts − shop orders not yet in the ERP.
   *
   * @param notInErp pieces of connected shops' orders that {@code stock} cannot contain yet
   * @param transferred pieces of the hub's own transferred, unshipped orders; used only where the
   *     ERP shows no open demand
   */
  public static StockFigure of(
      Stock stock, StockRule rule, BigDecimal notInErp, BigDecimal transferred) {
    List<StockTerm> terms = StockTerms.of(stock, rule, notInErp, transferred);
    BigDecimal sum =
        terms.stream().map(StockTerm::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal whole = sum.setScale(0, RoundingMode.FLOOR).max(BigDecimal.ZERO);
    return new StockFigure(stock.sku(), whole, terms);
  }
}
