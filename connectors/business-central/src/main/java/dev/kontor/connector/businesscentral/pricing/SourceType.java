package dev.kontor.connector.businesscentral.pricing;

/** Whom a price list line is for, and what such a line may carry (pricing.md, Data). */
public enum SourceType {
  ALL_CUSTOMERS(true, true),
  CUSTOMER(true, true),
  CUSTOMER_PRICE_GROUP(true, false),
  CUSTOMER_DISCOUNT_GROUP(false, true),
  CAMPAIGN(true, true),
  CONTACT(true, true);

  private final boolean prices;
  private final boolean discounts;

  SourceType(boolean prices, boolean discounts) {
    this.prices = prices;
    this.discounts = discounts;
  }

  /** Whether lines of this source are asked for it at all. */
  boolean carries(AmountType wanted) {
    return switch (wanted) {
      case PRICE -> prices;
      case DISCOUNT -> discounts;
      case PRICE_AND_DISCOUNT -> prices && discounts;
    };
  }
}
