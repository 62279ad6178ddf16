package dev.kontor.connector.businesscentral;

import dev.kontor.connector.businesscentral.pricing.Audience;
import dev.kontor.model.PriceSheet;
import tools.jackson.databind.JsonNode;

/**
 * For whom a sheet is made. Prices are those of the bill-to customer (business-central/pricing.md
 * rule 1).
 *
 * @param billTo its row of {@code customerDetails}; empty for who is no single customer
 */
record PlannedBuyer(SheetPlan plan, JsonNode billTo) {

  /**
   * @throws IllegalArgumentException if it is a customer that the companion app does not show
   */
  static PlannedBuyer of(SheetPlan plan, PriceTerms terms) {
    if (!plan.is(PriceSheet.Kind.CUSTOMER)) {
      return new PlannedBuyer(plan, Json.object());
    }
    JsonNode sellTo = terms.customers().get(plan.code());
    if (sellTo == null) {
      throw new IllegalArgumentException(
          "customer "
              + plan.code()
              + " is not shown by the companion app; correct setting priceAudiences or install it");
    }
    String billTo = Codes.of(sellTo, "billToCustomerNumber");
    return new PlannedBuyer(plan, terms.customers().getOrDefault(billTo, sellTo));
  }

  /** VAT business posting group; {@code home} for who has none. */
  String taxArea(String home) {
    String own = Codes.of(billTo, "vatBusinessPostingGroup");
    return own.isEmpty() ? home : own;
  }

  Audience audience() {
    return switch (plan.audience().kind()) {
      case EVERYBODY -> Audience.ALL_CUSTOMERS;
      case CUSTOMER_GROUP -> Audience.groups(plan.code(), plan.discountGroup());
      case CUSTOMER ->
          Audience.customer(
              Codes.of(billTo, "number"),
              Codes.of(billTo, "customerPriceGroup"),
              Codes.of(billTo, "customerDiscountGroup"),
              billTo.path("allowLineDiscount").asBoolean(true));
    };
  }
}
