package dev.kontor.connector.financeoperations.pricing;

/** An inventory dimension a price may depend on (rule P11). */
public enum Dimension {
  CONFIGURATION,
  SIZE,
  COLOR,
  STYLE,
  VERSION,
  SITE,
  WAREHOUSE;

  /** Product dimensions always count, where goods lie only if the dimension group says so. */
  boolean isOfProduct() {
    return this != SITE && this != WAREHOUSE;
  }
}
