package dev.kontor.connector.financeoperations.price;

import dev.kontor.connector.financeoperations.pricing.PricingCustomer;
import dev.kontor.model.PriceBasis;
import dev.kontor.model.PriceSheet;
import java.math.BigDecimal;

/**
 * A price sheet that is to be made of every article.
 *
 * @param customer with the groups whose agreements hold
 * @param taxGroup sales tax group of the audience; blank if it is not known
 * @param basis what agreed amounts are taken to be (rule P13)
 * @param precision of prices told
 */
record SheetPlan(
    PriceSheet.Audience audience,
    PricingCustomer customer,
    String taxGroup,
    String currency,
    PriceBasis basis,
    BigDecimal precision) {

  String inWords() {
    return "sheet of "
        + (audience.code() == null ? "everybody" : audience.code())
        + " in "
        + currency;
  }
}
