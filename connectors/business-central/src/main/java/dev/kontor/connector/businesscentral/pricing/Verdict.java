package dev.kontor.connector.businesscentral.pricing;

/** What became of a price list line in a search, for whoever asks "why this price?". */
public enum Verdict {
  WON("wins"),
  NOT_ACTIVE("is not active"),
  NOT_STARTED("starts later"),
  ENDED("has ended"),
  OTHER_CURRENCY("is for another currency"),
  OTHER_UNIT_OF_MEASURE("is for another unit of measure"),
  OTHER_VARIANT("is for another variant"),
  SOURCE_CANNOT_CARRY("does not count: lines of this source cannot carry it"),
  ITEM_LINES_COME_FIRST("is for all items, and the same source has lines for this item"),
  BELOW_MINIMUM_QUANTITY("needs a larger quantity"),
  LESS_SPECIFIC("lacks a currency or variant that the better line has"),
  NOT_BETTER("is no better");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** A predicate for the line, in plain words. */
  public String words() {
    return words;
  }
}
