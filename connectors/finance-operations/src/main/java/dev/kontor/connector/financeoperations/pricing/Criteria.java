package dev.kontor.connector.financeoperations.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an agreement of the right parties must fulfil (rules P6 to P9, P11, D1).
 *
 * @param currency rows in it count
 * @param generic rows in it count that include the generic currency; blank for none
 * @param unit blank where rows of every unit count
 * @param counted the dimensions that count
 */
record Criteria(
    LocalDate date,
    String currency,
    String generic,
    String unit,
    BigDecimal quantity,
    Map<Dimension, String> dimensions,
    Set<Dimension> counted,
    Switches.ToQuantity bound) {

  /** Why the agreement does not count, null if it does. */
  @Nullable Verdict rejects(TradeAgreement row) {
    if (row.validity().startsAfter(date)) {
      return Verdict.NOT_STARTED;
    }
    if (row.validity().endsBefore(date)) {
      return Verdict.ENDED;
    }
    if (!row.currency().equals(currency) && !isGeneric(row)) {
      return Verdict.OTHER_CURRENCY;
    }
    if (!unit.isEmpty() && !row.unit().isEmpty() && !row.unit().equals(unit)) {
      return Verdict.OTHER_UNIT;
    }
    if (!row.dimensions().entrySet().stream().allMatch(this::has)) {
      return Verdict.OTHER_DIMENSIONS;
    }
    return row.range().contains(quantity, bound) ? null : Verdict.OUTSIDE_QUANTITY;
  }

  private boolean isGeneric(TradeAgreement row) {
    return row.includesGenericCurrency() && row.currency().equals(generic);
  }

  /** A row with a dimension that does not count was entered before it stopped to: never found. */
  private boolean has(Map.Entry<Dimension, String> dimension) {
    return counted.contains(dimension.getKey())
        && dimension.getValue().equals(dimensions.get(dimension.getKey()));
  }

  Criteria withCurrency(String other) {
    return new Criteria(date, other, generic, unit, quantity, dimensions, counted, bound);
  }

  Criteria withGeneric(String other) {
    return new Criteria(date, currency, other, unit, quantity, dimensions, counted, bound);
  }
}
