package dev.kontor.engine.stock;

import dev.kontor.engine.config.StockRule;
import dev.kontor.model.Stock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The terms of a figure, each with where it comes from; pure. */
final class StockTerms {

  /** Where the terms come from that the ERP states. */
  static final String ERP = "ERP";

  /** Where those come from that the operator sets. */
  static final String SETTING = "flow setting";

  private StockTerms() {}

  /**
   * @param notInErp as {@link StockFigure#of} has it
   * @param transferred likewise
   */
  static List<StockTerm> of(
      Stock stock, StockRule rule, BigDecimal notInErp, BigDecimal transferred) {
    List<StockTerm> terms = new ArrayList<>();
    terms.add(new StockTerm("on hand", counted(stock, rule), ERP));
    terms.add(demand(stock, transferred));
    terms.add(new StockTerm("safety stock", rule.safety().negate(), SETTING));
    if (rule.countReceipts()) {
      terms.add(new StockTerm("expected receipts", stock.receipts(), ERP));
    }
    terms.add(new StockTerm("shop orders not yet in the ERP", notInErp.negate(), "hub"));
    return terms;
  }

  private static StockTerm demand(Stock stock, BigDecimal transferred) {
    return stock.openDemand() == null
        ? new StockTerm(
            "transferred, not shipped", transferred.negate(), "hub; the ERP shows no open demand")
        : new StockTerm("open demand", stock.openDemand().negate(), ERP);
  }

  private static BigDecimal counted(Stock stock, StockRule rule) {
    if (rule.locations().isEmpty() || stock.locations().isEmpty()) {
      return stock.onHand();
    }
    return stock.locations().stream()
        .filter(l -> rule.locations().contains(l.location()))
        .map(Stock.AtLocation::onHand)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
