package dev.kontor.connector.businesscentral.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Turns the engine's answers into the quantity breaks a shop can keep.
 *
 * @param quantityStep orderable quantities are its multiples, e.g. 1; the first break begins there
 * @param pricePrecision of the shop's unit prices, e.g. 0.01
 */
public record PriceSheets(
    PriceEngine engine, PriceBook book, BigDecimal quantityStep, BigDecimal pricePrecision) {

  /**
   * @throws IllegalArgumentException if the step is not positive
   */
  public PriceSheets {
    if (quantityStep.signum() <= 0) {
      throw new IllegalArgumentException(
          "quantityStep is " + quantityStep + "; give the smallest orderable quantity, e.g. 1");
    }
  }

  /**
   * The sheet as of the question's date. Its quantity is not looked at; currency factor and VAT are
   * taken to hold also later.
   */
  public PriceSheet sheet(PriceQuestion question) {
    List<PriceListLine> lines =
        new OwnLines(question, engine.model(), book)
            .all(engine.model()).stream()
                .filter(line -> line.status() == PriceStatus.ACTIVE)
                .toList();
    List<QuantityBreak> breaks = breaks(question, lines);
    return new PriceSheet(question.date(), breaks, nextChange(question, lines, breaks));
  }

  private List<QuantityBreak> breaks(PriceQuestion question, List<PriceListLine> lines) {
    List<QuantityBreak> breaks = new ArrayList<>();
    for (BigDecimal quantity : thresholds(question, lines)) {
      PriceAnswer answer = engine.price(question.withQuantity(quantity), book);
      QuantityBreak next =
          new QuantityBreak(quantity, answer.discountedUnitPrice(pricePrecision), answer);
      if (breaks.isEmpty() || !next.samePrice(breaks.getLast())) {
        breaks.add(next);
      }
    }
    return breaks;
  }

  /** Only at the minimum quantity of a line can the set of qualifying lines change (rule 7). */
  private SortedSet<BigDecimal> thresholds(PriceQuestion question, List<PriceListLine> lines) {
    SortedSet<BigDecimal> thresholds = new TreeSet<>();
    thresholds.add(quantityStep);
    for (PriceListLine line : lines) {
      if (LineFilter.rejects(line, question) == null) {
        thresholds.add(smallest(line, question));
      }
    }
    return thresholds;
  }

  /** The smallest orderable quantity that reaches the line's minimum. */
  private BigDecimal smallest(PriceListLine line, PriceQuestion question) {
    BigDecimal step =
        line.unitOfMeasureCode().isEmpty()
            ? quantityStep.multiply(question.quantityPerUnit())
            : quantityStep;
    BigDecimal steps = line.minimumQuantity().divide(step, 0, RoundingMode.CEILING);
    return quantityStep.multiply(steps.max(BigDecimal.ONE));
  }

  private @Nullable LocalDate nextChange(
      PriceQuestion question, List<PriceListLine> lines, List<QuantityBreak> breaks) {
    for (LocalDate day : turningDays(question.date(), lines)) {
      if (!same(breaks, breaks(question.withDate(day), lines))) {
        return day;
      }
    }
    return null;
  }

  /** A line begins on its starting date and is gone on the day after its ending date. */
  private static SortedSet<LocalDate> turningDays(LocalDate after, List<PriceListLine> lines) {
    SortedSet<LocalDate> days = new TreeSet<>();
    for (PriceListLine line : lines) {
      LocalDate start = line.period().start();
      LocalDate end = line.period().end();
      if (start != null && start.isAfter(after)) {
        days.add(start);
      }
      if (end != null && !end.isBefore(after)) {
        days.add(end.plusDays(1));
      }
    }
    return days;
  }

  private static boolean same(List<QuantityBreak> one, List<QuantityBreak> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!one.get(i).sameAs(other.get(i))) {
        return false;
      }
    }
    return true;
  }
}
