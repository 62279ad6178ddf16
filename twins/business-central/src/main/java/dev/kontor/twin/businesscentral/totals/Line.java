package dev.kontor.twin.businesscentral.totals;

import java.math.BigDecimal;

/**
 * Amounts of one document line; lineAmount is before invoice discount, net and gross after.
 *
 * @param discount line discount amount
 * @param discountPercent derived or given, 5 decimals
 */
public record Line(
    BigDecimal quantity,
    BigDecimal unitPrice,
    BigDecimal discount,
    BigDecimal discountPercent,
    VatRate vat,
    boolean allowInvoiceDiscount,
    BigDecimal lineAmount,
    BigDecimal invoiceDiscount,
    BigDecimal net,
    BigDecimal gross) {

  private static final BigDecimal PERCENT_PRECISION = new BigDecimal("0.00001");

  /** A line whose discount is a percentage of the rounded extension (totals.md rule 4). */
  public static Line byPercent(
      BigDecimal quantity,
      BigDecimal price,
      BigDecimal percent,
      VatRate vat,
      boolean allow,
      Terms terms) {
    BigDecimal extension = terms.round(quantity.multiply(price));
    BigDecimal discount =
        terms.round(extension.multiply(percent).divide(Terms.HUNDRED, Terms.DIGITS));
    return fresh(quantity, price, discount, percent, vat, allow, extension);
  }

  /** A line whose discount is an amount; the percentage is derived (totals.md rule 5). */
  public static Line byAmount(
      BigDecimal quantity,
      BigDecimal price,
      BigDecimal amount,
      VatRate vat,
      boolean allow,
      Terms terms) {
    BigDecimal extension = terms.round(quantity.multiply(price));
    BigDecimal discount = terms.round(amount);
    BigDecimal percent =
        Terms.round(
            Terms.ratio(Terms.HUNDRED, discount, extension),
            PERCENT_PRECISION,
            java.math.RoundingMode.HALF_UP);
    return fresh(quantity, price, discount, percent, vat, allow, extension);
  }

  private static Line fresh(
      BigDecimal quantity,
      BigDecimal price,
      BigDecimal discount,
      BigDecimal percent,
      VatRate vat,
      boolean allow,
      BigDecimal extension) {
    BigDecimal none = BigDecimal.ZERO;
    BigDecimal amount = extension.subtract(discount);
    return new Line(quantity, price, discount, percent, vat, allow, amount, none, none, none);
  }

  /** What the line still is worth after its share of the invoice discount. */
  public BigDecimal discounted() {
    return lineAmount.subtract(invoiceDiscount);
  }

  public BigDecimal tax() {
    return gross.subtract(net);
  }

  boolean counts() {
    return quantity.signum() != 0 && unitPrice.signum() != 0;
  }

  Line valued(BigDecimal newNet, BigDecimal newGross) {
    return new Line(
        quantity,
        unitPrice,
        discount,
        discountPercent,
        vat,
        allowInvoiceDiscount,
        lineAmount,
        invoiceDiscount,
        newNet,
        newGross);
  }

  Line invoiceDiscounted(BigDecimal share) {
    return new Line(
        quantity,
        unitPrice,
        discount,
        discountPercent,
        vat,
        allowInvoiceDiscount,
        lineAmount,
        share,
        net,
        gross);
  }

  /** The part of the line that is invoiced now (totals.md rule 22). */
  Line part(BigDecimal part, Terms terms) {
    if (part.compareTo(quantity) == 0) {
      return this;
    }
    Line handled = byPercent(part, unitPrice, discountPercent, vat, allowInvoiceDiscount, terms);
    return handled.invoiceDiscounted(terms.round(Terms.ratio(invoiceDiscount, part, quantity)));
  }
}
