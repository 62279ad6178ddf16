package dev.kontor.connector.businesscentral.pricing;

import dev.kontor.connector.businesscentral.totals.Rounding;
import java.math.BigDecimal;

/** Brings a price to the sales line's tax, unit and currency, in this order (rule 8). */
final class PriceConversion {

  private final PriceQuestion question;
  private final PriceBook book;

  PriceConversion(PriceQuestion question, PriceBook book) {
    this.question = question;
    this.book = book;
  }

  BigDecimal ofLine(PriceListLine line) {
    return converted(
        line.unitPrice(),
        line.priceIncludesVat(),
        line.vatBusinessGroup(),
        line.unitOfMeasureCode().isEmpty(),
        line.currencyCode().isEmpty());
  }

  /** The card's price is for the base unit in local currency (rule 12). */
  BigDecimal ofCard(ItemCard card) {
    return converted(
        card.unitPrice(), card.priceIncludesVat(), card.vatBusinessGroup(), true, true);
  }

  private BigDecimal converted(
      BigDecimal price, boolean includesVat, String vatGroup, boolean forBaseUnit, boolean local) {
    if (price.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal amount = includesVat ? withoutOrOtherVat(price, vatGroup) : withVat(price);
    if (forBaseUnit) {
      amount = amount.multiply(question.quantityPerUnit(), Rounding.AL);
    }
    if (local && !question.currencyCode().isEmpty()) {
      amount = amount.multiply(question.currencyFactor(), Rounding.AL);
    }
    return question.rounding().unitAmount(amount);
  }

  private BigDecimal withoutOrOtherVat(BigDecimal price, String vatGroup) {
    BigDecimal contained = book.vat(vatGroup, question.vatProductGroup()).contained();
    BigDecimal whole = Rounding.HUNDRED.add(contained);
    if (!question.pricesIncludeVat()
        || question.calculation() == TaxCalculation.REVERSE_CHARGE_VAT) {
      return price.divide(whole.divide(Rounding.HUNDRED, Rounding.AL), Rounding.AL);
    }
    return contained.compareTo(question.vatPercent()) == 0
        ? price
        : price
            .multiply(Rounding.HUNDRED.add(question.vatPercent()), Rounding.AL)
            .divide(whole, Rounding.AL);
  }

  private BigDecimal withVat(BigDecimal price) {
    boolean adds =
        question.pricesIncludeVat() && question.calculation() != TaxCalculation.REVERSE_CHARGE_VAT;
    return adds
        ? price.multiply(
            Rounding.HUNDRED.add(question.vatPercent()).divide(Rounding.HUNDRED, Rounding.AL),
            Rounding.AL)
        : price;
  }
}
