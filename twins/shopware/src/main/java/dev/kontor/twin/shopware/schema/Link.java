package dev.kontor.twin.shopware.schema;

/** How an association finds its rows. */
public enum Link {
  /** The key field of this row holds the other row's id. */
  ONE(">"),
  /** One other row's key field holds this row's id. */
  INVERSE(">1"),
  /** The other rows' key field holds this row's id. */
  MANY(">>"),
  /** The key field of this row holds a list of ids. */
  LISTED("<>"),
  /** The other rows' key field holds a list of ids with this row's. */
  LISTING("><");

  private final String sign;

  Link(String sign) {
    this.sign = sign;
  }

  boolean toMany() {
    return this == MANY || this == LISTED || this == LISTING;
  }

  String sign() {
    return sign;
  }
}
