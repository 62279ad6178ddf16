package dev.kontor.twin.businesscentral.pricing;

/** Whom an agreement is made with: everybody, a customer, a group, a campaign, a contact. */
record Source(Kind kind, String number) {
  /** Kinds of sources, with what each may carry (pricing.md, Data). */
  enum Kind {
    ALL_CUSTOMERS,
    CUSTOMER,
    CUSTOMER_PRICE_GROUP,
    CUSTOMER_DISC_GROUP,
    CAMPAIGN,
    CONTACT;

    boolean carries(PriceLine.Amount wanted) {
      return switch (this) {
        case CUSTOMER_PRICE_GROUP -> wanted == PriceLine.Amount.PRICE;
        case CUSTOMER_DISC_GROUP -> wanted == PriceLine.Amount.DISCOUNT;
        case ALL_CUSTOMERS, CUSTOMER, CAMPAIGN, CONTACT -> true;
      };
    }
  }
}
