package dev.kontor.connector.financeoperations.pricing;

/**
 * Who buys, with the groups on the order's header, which may differ from those the customer has
 * today (rule R4). A blank code is empty.
 */
public record PricingCustomer(
    String account,
    String priceGroup,
    String lineDiscountGroup,
    String multilineDiscountGroup,
    String totalDiscountGroup) {

  String group(Relation relation) {
    return switch (relation) {
      case PRICE -> priceGroup;
      case LINE_DISCOUNT -> lineDiscountGroup;
      case MULTILINE_DISCOUNT -> multilineDiscountGroup;
      case TOTAL_DISCOUNT -> totalDiscountGroup;
    };
  }
}
