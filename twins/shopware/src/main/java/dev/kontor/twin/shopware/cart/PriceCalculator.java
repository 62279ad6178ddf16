package dev.kontor.twin.shopware.cart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * Prices and taxes as the shop computes them: unit price rounded, tax of the unit times quantity
 * rounded once per line and rate (observed.md "Tax and rounding").
 */
public final class PriceCalculator {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final TaxStatus status;
  private final int decimals;

  public PriceCalculator(TaxStatus status, int decimals) {
    this.status = status;
    this.decimals = decimals;
  }

  /** A price of quantity units; an unrounded unit price is rounded first. */
  public Price price(BigDecimal unit, int quantity, List<TaxShare> shares) {
    BigDecimal rounded = round(unit);
    BigDecimal count = BigDecimal.valueOf(quantity);
    List<TaxShare> applied = status == TaxStatus.FREE ? List.of() : shares;
    List<Tax> taxes = applied.stream().map(s -> tax(rounded, count, s)).toList();
    return new Price(rounded, quantity, round(rounded.multiply(count)), taxes, applied);
  }

  private Tax tax(BigDecimal unit, BigDecimal count, TaxShare share) {
    BigDecimal part = unit.multiply(share.percentage()).divide(HUNDRED, MathContext.DECIMAL64);
    BigDecimal base = status == TaxStatus.GROSS ? HUNDRED.add(share.rate()) : HUNDRED;
    BigDecimal tax = part.multiply(share.rate()).divide(base, MathContext.DECIMAL64);
    return new Tax(share.rate(), round(tax.multiply(count)), round(part.multiply(count)));
  }

  /** The taxes of a sum computed anew from its total, for carts that tax vertically. */
  public List<Tax> vertical(Price sum) {
    return price(sum.total(), 1, TaxShare.of(sum)).taxes();
  }

  public BigDecimal round(BigDecimal amount) {
    return amount.setScale(decimals, RoundingMode.HALF_UP);
  }

  public TaxStatus status() {
    return status;
  }
}
