package dev.kontor.connector.businesscentral.pricing;

/** What a price list line defines. */
public enum AmountType {
  PRICE,
  DISCOUNT,
  PRICE_AND_DISCOUNT;

  /** Whether such a line takes part in the search for {@code wanted} (rule 4). */
  boolean covers(AmountType wanted) {
    return this == wanted || this == PRICE_AND_DISCOUNT;
  }
}
