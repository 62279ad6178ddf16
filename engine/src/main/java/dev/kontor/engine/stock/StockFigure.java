package dev.kontor.engine.stock;

import dev.kontor.engine.config.StockRule;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Stock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

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
   * Sellable = on hand at counted locations − open demand there − what else is reserved there or is
   * to leave them − safety stock + allowed receipts − shop orders not yet in the ERP.
   *
   * @param notInErp pieces of connected shops' orders that {@code stock} cannot contain yet
   * @param transferred pieces of the hub's own transferred, unshipped orders; used only where the
   *     ERP shows no open demand
   * @throws dev.kontor.spi.FaultException if the rule names locations and the ERP tells none
   */
  public static StockFigure of(
      Stock stock, StockRule rule, BigDecimal notInErp, BigDecimal transferred) {
    List<StockTerm> terms = StockTerms.of(stock, rule, notInErp, transferred);
    BigDecimal sum =
        terms.stream().map(StockTerm::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal whole = sum.setScale(0, RoundingMode.FLOOR).max(BigDecimal.ZERO);
    return new StockFigure(stock.sku(), whole, terms);
  }

  /** The terms as a shop's level keeps them, to answer "why 3?". */
  public ArrayNode json() {
    ArrayNode told = ModelJson.mapper().createArrayNode();
    for (StockTerm term : terms) {
      ObjectNode row = told.addObject();
      row.put("term", term.term())
          .put("quantity", term.quantity().toPlainString())
          .put("source", term.source());
      if (!term.note().isEmpty()) {
        row.put("note", term.note());
      }
    }
    return told;
  }
}
