package dev.kontor.engine.stock;

import dev.kontor.engine.config.StockRule;
import dev.kontor.model.Stock;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

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
    List<StockTerm> terms =
        new ArrayList<>(
            stock.locations() == null
                ? sum(stock, rule, transferred)
                : new LocationTerms(stock.locations(), stock, rule).all());
    terms.add(new StockTerm("safety stock", rule.safety().negate(), SETTING, counted(rule)));
    terms.add(new StockTerm("shop orders not yet in the ERP", notInErp.negate(), "hub"));
    return terms;
  }

  /** What of the ERP counts by the operator's word; empty for all that lies anywhere. */
  private static String counted(StockRule rule) {
    String places = String.join(", ", new TreeSet<>(rule.locations()));
    String expected =
        rule.countReceipts() ? "goods expected within " + rule.receiptsWithinDays() + " days" : "";
    String both = places + (places.isEmpty() || expected.isEmpty() ? "" : ", ") + expected;
    return both.isEmpty() ? "" : "counted: " + both;
  }

  private static List<StockTerm> sum(Stock stock, StockRule rule, BigDecimal transferred) {
    if (!rule.locations().isEmpty()) {
      throw new FaultException(
          new Fault.Forbidden(
              "stock by location",
              "the flow's rule counts only the locations "
                  + new TreeSet<>(rule.locations())
                  + ", but the ERP tells one sum of all; ./kontor check says what is missing for it"
                  + " to tell locations, else take them out of the rule"));
    }
    StockTerm demand =
        stock.openDemand() == null
            ? new StockTerm(
                "transferred, not shipped",
                transferred.negate(),
                "hub; the ERP shows no open demand")
            : new StockTerm("open demand", stock.openDemand().negate(), ERP);
    return List.of(new StockTerm("on hand", stock.onHand(), ERP), demand);
  }
}
