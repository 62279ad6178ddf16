package dev.kontor.connector.businesscentral;

import dev.kontor.connector.businesscentral.pricing.PriceListLine;
import dev.kontor.connector.businesscentral.pricing.PriceStatus;
import dev.kontor.connector.businesscentral.pricing.SourceType;
import dev.kontor.model.PriceSheet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which price list lines can decide a price that is asked for. */
final class RelevantLines {
  private final Set<String> customers = new TreeSet<>();
  private final Set<String> groups = new TreeSet<>();
  private final Set<String> discountGroups = new TreeSet<>();

  RelevantLines(List<SheetPlan> plans, PriceTerms terms) {
    for (SheetPlan plan : plans) {
      if (plan.is(PriceSheet.Kind.CUSTOMER_GROUP)) {
        groups.add(plan.code());
        discountGroups.add(plan.discountGroup());
      }
    }
    terms
        .customers()
        .forEach(
            (number, row) -> {
              customers.add(number);
              groups.add(Codes.of(row, "customerPriceGroup"));
              discountGroups.add(Codes.of(row, "customerDiscountGroup"));
            });
  }

  boolean isMet(PriceListLine line) {
    if (line.status() != PriceStatus.ACTIVE) {
      return false;
    }
    String no = line.source().no();
    SourceType source = line.source().type();
    return switch (source) {
      case ALL_CUSTOMERS -> true;
      case CUSTOMER -> customers.contains(no);
      case CUSTOMER_PRICE_GROUP -> groups.contains(no);
      case CUSTOMER_DISCOUNT_GROUP -> discountGroups.contains(no);
      case CAMPAIGN, CONTACT -> false;
    };
  }
}
