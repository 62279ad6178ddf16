package dev.kontor.twin.magento.cart;

import java.math.BigDecimal;

/**
 * Taxes the rows of one cart in one currency, one after the other, tax after discount (Magento's
 * Tax/Model/Calculation/*Calculator.php). With {@link Algorithm#TOTAL} what rounding leaves of one
 * row goes into the next of the same rate.
 */
final class TaxCalculator {
  private final Algorithm algorithm;
  private final boolean gross;
  private final Deltas before = new Deltas();
  private final Deltas after = new Deltas();

  /** {@code gross}: unit prices include the store's own tax. */
  TaxCalculator(Algorithm algorithm, boolean gross) {
    this.algorithm = algorithm;
    this.gross = gross;
  }

  Amounts row(BigDecimal unitPrice, BigDecimal qty, Rate rate, Rate store, BigDecimal discount) {
    BigDecimal price = Rounding.cents(unitPrice);
    if (!gross) {
      return algorithm == Algorithm.UNIT
          ? netUnits(price, qty, rate, discount)
          : netRow(price, qty, rate, discount);
    }
    BigDecimal priceInclTax = forCustomer(price, rate, store);
    return algorithm == Algorithm.UNIT
        ? grossUnits(priceInclTax, qty, rate, discount)
        : grossRow(priceInclTax, qty, rate, discount);
  }

  /** The gross price of a customer with another rate than the store's. */
  private static BigDecimal forCustomer(BigDecimal price, Rate rate, Rate store) {
    if (rate.percent().compareTo(store.percent()) == 0) {
      return price;
    }
    BigDecimal net = price.subtract(Rounding.tax(price, store.percent(), true));
    return Rounding.cents(net.add(Rounding.tax(net, rate.percent(), false)));
  }

  private Amounts netRow(BigDecimal price, BigDecimal qty, Rate rate, BigDecimal discount) {
    BigDecimal rowTotal = price.multiply(qty);
    BigDecimal full = rounded(before, rate, Rounding.tax(rowTotal, rate.percent(), false));
    BigDecimal taxable = rowTotal.subtract(discount).max(BigDecimal.ZERO);
    BigDecimal tax = rounded(after, rate, Rounding.tax(taxable, rate.percent(), false));
    BigDecimal rowTotalInclTax = rowTotal.add(full);
    BigDecimal priceInclTax = Rounding.cents(Rounding.divided(rowTotalInclTax, qty));
    return new Amounts(price, priceInclTax, rowTotal, rowTotalInclTax, tax, BigDecimal.ZERO);
  }

  private Amounts netUnits(BigDecimal price, BigDecimal qty, Rate rate, BigDecimal discount) {
    BigDecimal full = rounded(before, rate, Rounding.tax(price, rate.percent(), false));
    BigDecimal taxable = price.subtract(Rounding.divided(discount, qty)).max(BigDecimal.ZERO);
    BigDecimal tax = rounded(after, rate, Rounding.tax(taxable, rate.percent(), false));
    BigDecimal priceInclTax = price.add(full);
    return new Amounts(
        price,
        priceInclTax,
        price.multiply(qty),
        priceInclTax.multiply(qty),
        tax.multiply(qty),
        BigDecimal.ZERO);
  }

  private Amounts grossRow(BigDecimal price, BigDecimal qty, Rate rate, BigDecimal discount) {
    BigDecimal rowTotalInclTax = price.multiply(qty);
    BigDecimal full = rounded(before, rate, Rounding.tax(rowTotalInclTax, rate.percent(), true));
    BigDecimal rowTotal = rowTotalInclTax.subtract(full);
    BigDecimal taxable = rowTotalInclTax.subtract(discount).max(BigDecimal.ZERO);
    BigDecimal tax = rounded(after, rate, Rounding.tax(taxable, rate.percent(), true));
    BigDecimal net = Rounding.cents(Rounding.divided(rowTotal, qty));
    return new Amounts(net, price, rowTotal, rowTotalInclTax, tax, full.subtract(tax));
  }

  private Amounts grossUnits(BigDecimal price, BigDecimal qty, Rate rate, BigDecimal discount) {
    BigDecimal full = rounded(before, rate, Rounding.tax(price, rate.percent(), true));
    BigDecimal taxable = price.subtract(Rounding.divided(discount, qty)).max(BigDecimal.ZERO);
    BigDecimal tax = rounded(after, rate, Rounding.tax(taxable, rate.percent(), true));
    BigDecimal net = price.subtract(full);
    return new Amounts(
        net,
        price,
        net.multiply(qty),
        price.multiply(qty),
        tax.multiply(qty),
        full.subtract(tax).multiply(qty));
  }

  private BigDecimal rounded(Deltas deltas, Rate rate, BigDecimal tax) {
    return algorithm == Algorithm.TOTAL ? deltas.rounded(rate.code(), tax) : Rounding.cents(tax);
  }
}
