package dev.kontor.connector.financeoperations.pricing;

/** What became of an agreement in a search, for whoever asks "why this price?". */
public enum Verdict {
  WON("wins"),
  ADDED("is added"),
  NOT_LOWEST("is not the lowest"),
  ZERO("is zero, which counts as no price"),
  LESS_SPECIFIC("lacks dimensions that other rows of its combination have"),
  NOT_REACHED("is not reached"),
  NOT_ACTIVATED("is for a combination that is not activated"),
  NOT_STARTED("starts later"),
  ENDED("has ended"),
  OTHER_CURRENCY("is in another currency"),
  OTHER_UNIT("is for another unit"),
  OTHER_DIMENSIONS("is for other dimensions"),
  OUTSIDE_QUANTITY("is for other quantities");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** A predicate for the agreement, in plain words. */
  public String words() {
    return words;
  }
}
