package dev.kontor.engine.stock;

import dev.kontor.engine.config.StockRule;
import dev.kontor.model.Stock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The terms an ERP states that keeps stock by location. What moves between two counted locations
 * changes nothing; an order that states no location may be shipped from any, so it counts at each.
 */
final class LocationTerms {

  private static final String NOWHERE = "";

  private final List<Stock.AtLocation> locations;
  private final Stock stock;
  private final StockRule rule;
  private final List<StockTerm> terms = new ArrayList<>();

  LocationTerms(List<Stock.AtLocation> locations, Stock stock, StockRule rule) {
    this.locations = locations;
    this.stock = stock;
    this.rule = rule;
  }

  List<StockTerm> all() {
    Map<String, BigDecimal> onHand = at(Stock.AtLocation::onHand, rule::counts);
    rule.locations().forEach(code -> onHand.putIfAbsent(code, BigDecimal.ZERO));
    if (onHand.isEmpty()) {
      add("on hand", BigDecimal.ZERO);
    }
    onHand.forEach((code, pieces) -> add("on hand" + place(code), pieces));
    at(Stock.AtLocation::openDemand, code -> code.equals(NOWHERE) || rule.counts(code))
        .forEach((code, pieces) -> add("open demand" + place(code), pieces.negate()));
    at(Stock.AtLocation::reservedForOthers, rule::counts)
        .forEach((code, pieces) -> add("reserved for others" + place(code), pieces.negate()));
    leaving().forEach((code, pieces) -> add("to leave for " + code, pieces.negate()));
    if (rule.countReceipts()) {
      receipts();
    }
    return terms;
  }

  private void add(String term, BigDecimal pieces) {
    terms.add(new StockTerm(term, pieces, StockTerms.ERP));
  }

  private static String place(String code) {
    return code.equals(NOWHERE) ? " without location" : " at " + code;
  }

  private Map<String, BigDecimal> at(
      Function<Stock.AtLocation, BigDecimal> part, Predicate<String> counted) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (Stock.AtLocation at : locations) {
      if (counted.test(at.location()) && part.apply(at).signum() != 0) {
        sums.merge(at.location(), part.apply(at), BigDecimal::add);
      }
    }
    return sums;
  }

  /** What lies at a counted location, or on the way at one, and is to go to one that is not. */
  private Map<String, BigDecimal> leaving() {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (Stock.Transfer transfer : stock.transfers()) {
      if (!rule.counts(transfer.to())) {
        add(sums, transfer.to(), partOf(transfer, true));
      }
    }
    return sums;
  }

  private BigDecimal partOf(Stock.Transfer transfer, boolean counted) {
    BigDecimal start =
        rule.counts(transfer.from()) == counted ? transfer.outstanding() : BigDecimal.ZERO;
    return rule.counts(transfer.transit()) == counted ? start.add(transfer.inTransit()) : start;
  }

  private void receipts() {
    Map<String, BigDecimal> soon = new TreeMap<>();
    Map<String, BigDecimal> never = new TreeMap<>();
    arrivals(
        (arrival, pieces) -> add(isSoon(arrival.expected()) ? soon : never, arrival.to(), pieces));
    LocalDate last = stock.day().plusDays(rule.receiptsWithinDays());
    never.keySet().forEach(code -> soon.putIfAbsent(code, BigDecimal.ZERO));
    soon.forEach(
        (code, pieces) ->
            terms.add(
                new StockTerm(
                    "expected until " + last + place(code),
                    pieces,
                    StockTerms.ERP,
                    never.containsKey(code)
                        ? never.get(code).stripTrailingZeros().toPlainString()
                            + " more expected later, overdue or without a day"
                        : "")));
  }

  private record Arrival(String to, @Nullable LocalDate expected) {}

  /** What comes to a counted location from outside of them. */
  private void arrivals(BiConsumer<Arrival, BigDecimal> taker) {
    for (Stock.Receipt receipt : stock.receipts()) {
      if (rule.counts(receipt.location())) {
        taker.accept(new Arrival(receipt.location(), receipt.expected()), receipt.pieces());
      }
    }
    for (Stock.Transfer transfer : stock.transfers()) {
      if (rule.counts(transfer.to())) {
        taker.accept(new Arrival(transfer.to(), transfer.expected()), partOf(transfer, false));
      }
    }
  }

  private boolean isSoon(@Nullable LocalDate expected) {
    return expected != null
        && !expected.isBefore(stock.day())
        && !expected.isAfter(stock.day().plusDays(rule.receiptsWithinDays()));
  }

  private static void add(Map<String, BigDecimal> sums, String code, BigDecimal pieces) {
    if (pieces.signum() != 0) {
      sums.merge(code, pieces, BigDecimal::add);
    }
  }
}
