package dev.kontor.connector.businesscentral.pricing;

/** Where a sales line's price comes from. */
public enum PriceOrigin {
  /** The price list line that won. */
  PRICE_LIST,
  /** No line qualified (rule 12). */
  ITEM_CARD,
  /**
   * There was no line, and the changed field leaves the price on the sales line alone (rule 12).
   */
  LEFT_ALONE,
  /** The invoice that a return or credit memo was copied from (E31). */
  POSTED_DOCUMENT,
  /** The blanket order line (E32). */
  BLANKET_ORDER
}
