package dev.kontor.connector.shopware.price;

import dev.kontor.connector.shopware.api.Fields;

/**
 * Who pays a price.
 *
 * @param code of the source's price group, or the customer's number; empty for everybody
 */
record Audience(Kind kind, String code) {

  static final Audience EVERYBODY = new Audience(Kind.EVERYBODY, "");

  /** How an audience is told from others. */
  enum Kind {
    EVERYBODY,
    CUSTOMER_GROUP,
    CUSTOMER
  }

  static Audience of(Fields sheet) {
    return switch (sheet.required("audience")) {
      case "EVERYBODY" -> EVERYBODY;
      case "CUSTOMER_GROUP" -> new Audience(Kind.CUSTOMER_GROUP, sheet.required("code"));
      case "CUSTOMER" -> new Audience(Kind.CUSTOMER, sheet.required("code"));
      default -> throw sheet.wrong("audience", "must be EVERYBODY, CUSTOMER_GROUP or CUSTOMER");
    };
  }
}
