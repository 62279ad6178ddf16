package dev.kontor.connector.businesscentral.pricing;

import java.time.LocalDate;
import java.util.Comparator;

/** Primary key order of Sales Price and Sales Line Discount (SalesPrice.Table.al, Key1). */
final class LegacyOrder {

  static final Comparator<PriceListLine> COMPARATOR =
      Comparator.comparing((PriceListLine line) -> line.asset().type())
          .thenComparingInt(line -> salesType(line.source().type()))
          .thenComparing(line -> line.source().no())
          .thenComparing(line -> line.period().start(), Comparator.nullsFirst(LocalDate::compareTo))
          .thenComparing(PriceListLine::currencyCode)
          .thenComparing(PriceListLine::variantCode)
          .thenComparing(PriceListLine::unitOfMeasureCode)
          .thenComparing(PriceListLine::minimumQuantity)
          .thenComparing(PriceListLine::key);

  private LegacyOrder() {}

  /** The number of the option Sales Type in either table. */
  private static int salesType(SourceType type) {
    return switch (type) {
      case CUSTOMER -> 0;
      case CUSTOMER_PRICE_GROUP, CUSTOMER_DISCOUNT_GROUP -> 1;
      case ALL_CUSTOMERS -> 2;
      case CAMPAIGN -> 3;
      case CONTACT -> 4;
    };
  }
}
