package dev.kontor.twin.businesscentral.pricing;

import dev.kontor.twin.businesscentral.totals.Terms;
import java.math.BigDecimal;
import java.math.MathContext;

/** A stored price in the terms of the document: VAT, unit, currency, one rounding (rule 8). */
final class Conversion {
  private static final MathContext DIGITS = MathContext.DECIMAL128;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Conversion() {}

  static BigDecimal of(PriceLine line, Question question) {
    BigDecimal price = line.price();
    if (price.signum() == 0) {
      return price;
    }
    price = taxed(price, line, question);
    if (line.unit().isEmpty()) {
      price = price.multiply(question.perUnit());
    }
    if (line.currency().isEmpty() && !question.currency().isEmpty()) {
      price = price.multiply(question.factor());
    }
    return Terms.rounded(price, question.precision());
  }

  // A reverse charge on either side counts as 0 %: nothing is added, what is inside comes out.
  private static BigDecimal taxed(BigDecimal price, PriceLine line, Question question) {
    BigDecimal inside = line.includesVat() ? line.vat().salesPercent() : BigDecimal.ZERO;
    BigDecimal wanted = question.includesVat() ? question.vat().salesPercent() : BigDecimal.ZERO;
    return inside.compareTo(wanted) == 0
        ? price
        : price.multiply(HUNDRED.add(wanted)).divide(HUNDRED.add(inside), DIGITS);
  }
}
