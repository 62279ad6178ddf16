package dev.kontor.connector.financeoperations.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Turns the engine's answers into the quantity breaks a shop can keep: what a line of that quantity
 * alone costs, in the sales unit. Multiline and total discounts hang on the rest of an order and
 * are no part of them.
 *
 * @param step orderable quantities are its multiples, e.g. 1; the first break begins there
 * @param precision of prices, e.g. 0.01
 */
public record PriceBreaks(
    PriceEngine engine, AgreementBook book, BigDecimal step, BigDecimal precision) {

  /**
   * @throws IllegalArgumentException if the item or an exchange rate is missing
   */
  public PricedSheet sheet(PriceAsked asked, LocalDate today) {
    List<TradeAgreement> rows = rows(asked);
    SortedSet<BigDecimal> quantities = quantities(rows);
    List<PriceBreak> breaks = breaks(asked, today, quantities);
    for (LocalDate day : turningDays(today, rows)) {
      if (!breaks.equals(breaks(asked, day, quantities))) {
        return new PricedSheet(breaks, day);
      }
    }
    return new PricedSheet(breaks, null);
  }

  private List<TradeAgreement> rows(PriceAsked asked) {
    String group = book.product(asked.item()).lineDiscountGroup();
    Subject prices = Subject.of(Relation.PRICE, asked.customer(), asked.item(), "", false);
    Subject discounts =
        Subject.of(Relation.LINE_DISCOUNT, asked.customer(), asked.item(), group, true);
    List<TradeAgreement> rows = new ArrayList<>();
    for (Combination combination : Combination.ORDER) {
      rows.addAll(prices.rows(combination, book));
      rows.addAll(discounts.rows(combination, book));
    }
    return rows;
  }

  /** Only at From, and behind To, can the set of rows that count change (rule P6). */
  private SortedSet<BigDecimal> quantities(List<TradeAgreement> rows) {
    SortedSet<BigDecimal> quantities = new TreeSet<>();
    quantities.add(step);
    for (TradeAgreement row : rows) {
      quantities.add(orderable(row.range().from()));
      if (row.range().to().signum() != 0) {
        BigDecimal last = orderable(row.range().to());
        quantities.add(last);
        quantities.add(last.add(step));
      }
    }
    return quantities;
  }

  /** The smallest orderable quantity of at least that. */
  private BigDecimal orderable(BigDecimal least) {
    BigDecimal steps = least.divide(step, 0, RoundingMode.CEILING);
    return step.multiply(steps.max(BigDecimal.ONE));
  }

  private List<PriceBreak> breaks(
      PriceAsked asked, LocalDate day, SortedSet<BigDecimal> quantities) {
    List<PriceBreak> breaks = new ArrayList<>();
    for (BigDecimal quantity : quantities) {
      PriceBreak next = at(quantity, asked, day);
      boolean same =
          !breaks.isEmpty()
              && next.price().compareTo(breaks.getLast().price()) == 0
              && next.list().compareTo(breaks.getLast().list()) == 0;
      if (!same) {
        breaks.add(next);
      }
    }
    return breaks;
  }

  private PriceBreak at(BigDecimal quantity, PriceAsked asked, LocalDate day) {
    OrderLine line = new OrderLine(asked.item(), quantity, asked.unit(), asked.dimensions());
    SalesOrder order =
        new SalesOrder(asked.customer(), asked.currency(), day, null, null, List.of(line));
    PricedLine priced = engine.price(order, book).lines().getFirst();
    return new PriceBreak(
        quantity,
        Money.rounded(
            engine.less(priced.price(), priced.discount()),
            priced.priceUnit().multiply(Money.HUNDRED),
            precision),
        Money.rounded(priced.price(), priced.priceUnit(), precision));
  }

  /** A row begins on its first day and is gone on the day after its last. */
  private static SortedSet<LocalDate> turningDays(LocalDate today, List<TradeAgreement> rows) {
    SortedSet<LocalDate> days = new TreeSet<>();
    for (TradeAgreement row : rows) {
      LocalDate from = row.validity().from();
      LocalDate to = row.validity().to();
      if (from != null && from.isAfter(today)) {
        days.add(from);
      }
      if (to != null && !to.isBefore(today)) {
        days.add(to.plusDays(1));
      }
    }
    return days;
  }
}
