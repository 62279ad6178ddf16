package dev.kontor.connector.businesscentral.totals;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sales document as it is written.
 *
 * @param amountPrecision of the document's currency, 0.01 by default (rule 2)
 * @param vatRounding of the document's currency
 * @param vatBaseDiscountPercent rule 14, zero by default
 * @param invoiceDiscountAmount null for none
 * @param invoiceDiscountPercent null for none
 * @param invoiceRounding null if the sales setup has it off
 * @param currencyFactor document currency per local currency; null for local currency
 */
public record SalesDocument(
    boolean pricesIncludeVat,
    BigDecimal amountPrecision,
    Rounding vatRounding,
    BigDecimal vatBaseDiscountPercent,
    @Nullable BigDecimal invoiceDiscountAmount,
    @Nullable BigDecimal invoiceDiscountPercent,
    @Nullable InvoiceRounding invoiceRounding,
    @Nullable BigDecimal currencyFactor,
    List<DocumentLine> lines) {

  /** Precision of amounts where a currency's card says nothing else. */
  public static final BigDecimal CENT = new BigDecimal("0.01");

  /**
   * Invoice rounding of the sales setup (rule 24).
   *
   * @param vatPercent of the rounding account
   */
  public record InvoiceRounding(BigDecimal precision, Rounding type, BigDecimal vatPercent) {}

  public SalesDocument {
    lines = List.copyOf(lines);
  }

  /** A document with nothing but lines. */
  public static SalesDocument of(
      boolean pricesIncludeVat, BigDecimal amountPrecision, List<DocumentLine> lines) {
    return new SalesDocument(
        pricesIncludeVat,
        amountPrecision,
        Rounding.NEAREST,
        BigDecimal.ZERO,
        null,
        null,
        null,
        null,
        lines);
  }

  boolean hasInvoiceDiscount() {
    return invoiceDiscountAmount != null || invoiceDiscountPercent != null;
  }

  BigDecimal round(BigDecimal amount) {
    return Rounding.NEAREST.round(amount, amountPrecision);
  }

  BigDecimal roundVat(BigDecimal amount) {
    return vatRounding.round(amount, amountPrecision);
  }

  /** {@code 1 - VAT base discount}. */
  BigDecimal vatBaseFactor() {
    return BigDecimal.ONE.subtract(vatBaseDiscountPercent.divide(Rounding.HUNDRED, Rounding.AL));
  }
}
