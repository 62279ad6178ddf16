package dev.kontor.engine.stock;

import dev.kontor.engine.config.StockRule;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Stock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How many pieces of one SKU a shop may sell, with every term; pure.
 *
 * @param sku the SKU
 * @param quantity whole pieces, rounded down; negative demand is written as it is known, never
 *     below 0
 * @param terms add up to the unrounded quantity
 * @param places whole pieces that are free at each counted location, for shops that keep stock by
 *     place; what is not bound to one location is in none of them, so they need not add up. Empty
 *     where the ERP tells one sum only
 */
public record StockFigure(
    String sku, BigDecimal quantity, List<StockTerm> terms, Map<String, BigDecimal> places) {

  private static final List<Stock.AtLocation> NOWHERE = List.of();

  public StockFigure {
    terms = List.copyOf(terms);
    places = Collections.unmodifiableMap(new TreeMap<>(places));
  }

  /** Of one place. */
  public StockFigure(String sku, BigDecimal quantity, List<StockTerm> terms) {
    this(sku, quantity, terms, Map.of());
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
    return new StockFigure(stock.sku(), whole(sum), terms, places(stock, rule));
  }

  private static Map<String, BigDecimal> places(Stock stock, StockRule rule) {
    Map<String, BigDecimal> places = new TreeMap<>();
    for (Stock.AtLocation at : Objects.requireNonNullElse(stock.locations(), NOWHERE)) {
      if (rule.counts(at.location())) {
        BigDecimal free = at.onHand().subtract(at.openDemand()).subtract(at.reservedForOthers());
        places.merge(at.location(), whole(free), BigDecimal::add);
      }
    }
    return places;
  }

  private static BigDecimal whole(BigDecimal pieces) {
    return pieces.setScale(0, RoundingMode.FLOOR).max(BigDecimal.ZERO);
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
