package dev.kontor.connector.businesscentral.pricing;

import org.jspecify.annotations.Nullable;

/** What a line of the right source and asset must fulfil to be a candidate (rules 4 and 7). */
final class LineFilter {

  private LineFilter() {}

  /** Why the line is no candidate, null if it is one. */
  static @Nullable Verdict rejects(PriceListLine line, PriceQuestion question) {
    if (line.status() != PriceStatus.ACTIVE) {
      return Verdict.NOT_ACTIVE;
    }
    if (line.period().startsAfter(question.date())) {
      return Verdict.NOT_STARTED;
    }
    if (line.period().endsBefore(question.date())) {
      return Verdict.ENDED;
    }
    if (isOther(line.currencyCode(), question.currencyCode())) {
      return Verdict.OTHER_CURRENCY;
    }
    if (isOther(line.unitOfMeasureCode(), question.unitOfMeasureCode())) {
      return Verdict.OTHER_UNIT_OF_MEASURE;
    }
    return isOther(line.variantCode(), question.variantCode()) ? Verdict.OTHER_VARIANT : null;
  }

  private static boolean isOther(String code, String asked) {
    return !code.isEmpty() && !code.equals(asked);
  }

  /** The line's minimum quantity is reached; without unit of measure it is in base units. */
  static boolean isInMinimumQuantity(PriceListLine line, PriceQuestion question) {
    var quantity = question.quantity().abs();
    return line.minimumQuantity()
            .compareTo(
                line.unitOfMeasureCode().isEmpty()
                    ? quantity.multiply(question.quantityPerUnit())
                    : quantity)
        <= 0;
  }
}
