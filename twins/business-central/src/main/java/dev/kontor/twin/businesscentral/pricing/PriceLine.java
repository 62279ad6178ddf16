package dev.kontor.twin.businesscentral.pricing;

import dev.kontor.twin.businesscentral.totals.VatRate;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One agreed price or discount.
 *
 * @param source who it is for, and its number, blank for all
 * @param itemGroup whether asset names an item discount group instead of an item
 * @param asset number of the item or group, blank for all items
 * @param minimum smallest quantity, in base units where unit is blank, else in that unit
 * @param start first day, LocalDate.MIN for none
 * @param end last day, LocalDate.MAX for none
 * @param vat rate inside the price where it includes VAT
 */
record PriceLine(
    Source source,
    boolean itemGroup,
    String asset,
    String variant,
    String currency,
    String unit,
    BigDecimal minimum,
    LocalDate start,
    LocalDate end,
    Amount amount,
    BigDecimal price,
    BigDecimal discountPercent,
    boolean allowLineDiscount,
    boolean allowInvoiceDiscount,
    boolean includesVat,
    VatRate vat) {

  /** What a line agrees on. */
  enum Amount {
    PRICE,
    DISCOUNT,
    BOTH
  }

  /** Whether the line may agree on this kind: groups of customers carry one kind only. */
  boolean offers(Amount wanted) {
    return (amount == wanted || amount == Amount.BOTH) && source.kind().carries(wanted);
  }

  /** Whether date, currency, unit and variant suit the document line. */
  boolean suits(Question question) {
    return !start.isAfter(question.date())
        && !end.isBefore(question.date())
        && blankOr(currency, question.currency())
        && blankOr(unit, question.unit())
        && blankOr(variant, question.variant());
  }

  private static boolean blankOr(String own, String wanted) {
    return own.isEmpty() || own.equals(wanted);
  }

  /** Whether the quantity is large enough. */
  boolean qualifies(Question question) {
    BigDecimal counted =
        unit.isEmpty() ? question.quantity().multiply(question.perUnit()) : question.quantity();
    return counted.abs().compareTo(minimum) >= 0;
  }
}
