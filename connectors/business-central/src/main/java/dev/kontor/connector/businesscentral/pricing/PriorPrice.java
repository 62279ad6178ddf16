package dev.kontor.connector.businesscentral.pricing;

import java.math.BigDecimal;

/** The price a sales line has before it is computed (again). */
public sealed interface PriorPrice {

  /** A new line. */
  record None() implements PriorPrice {}

  /**
   * Found or typed in before; computed again because a field was changed.
   *
   * @param changed the field (rule 12)
   */
  record OnLine(BigDecimal unitPrice, Field changed) implements PriorPrice {}

  /**
   * Of a return order or credit memo line copied from a posted invoice: nothing is searched, the
   * price is scaled to the line's unit of measure (E31).
   *
   * @param quantityPerUnit of the posted line
   */
  record FromPostedDocument(
      BigDecimal unitPrice, BigDecimal lineDiscountPercent, BigDecimal quantityPerUnit)
      implements PriorPrice {}

  /** Of the blanket order line the line belongs to: both are copied (E32). */
  record FromBlanketOrder(BigDecimal unitPrice, BigDecimal lineDiscountPercent)
      implements PriorPrice {}

  /** The field that had the price computed again. */
  enum Field {
    ITEM,
    VARIANT,
    UNIT_OF_MEASURE,
    QUANTITY;

    /** Whether the price on the line stays if there is no price list line at all (rule 12). */
    boolean leavesPriceAlone() {
      return this == QUANTITY || this == VARIANT;
    }
  }
}
