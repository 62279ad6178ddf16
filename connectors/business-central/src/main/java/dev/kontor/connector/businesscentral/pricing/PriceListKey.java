package dev.kontor.connector.businesscentral.pricing;

import java.util.Comparator;

/** The place of a price list line; in this order lines are compared, and the first wins ties. */
public record PriceListKey(String priceListCode, int lineNo) implements Comparable<PriceListKey> {

  private static final Comparator<PriceListKey> ORDER =
      Comparator.comparing(PriceListKey::priceListCode).thenComparingInt(PriceListKey::lineNo);

  @Override
  public int compareTo(PriceListKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return priceListCode + "/" + lineNo;
  }
}
