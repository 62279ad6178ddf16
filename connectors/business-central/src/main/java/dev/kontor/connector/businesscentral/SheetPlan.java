package dev.kontor.connector.businesscentral;

import dev.kontor.model.PriceBasis;
import dev.kontor.model.PriceSheet;

/**
 * A price sheet that is to be made of every article: for whom, in which currency and on which
 * basis, by setting {@code priceAudiences}.
 *
 * @param audience as shops know it
 * @param discountGroup customer discount group that goes with a customer price group, blank for
 *     none
 * @param currency ISO 4217 code
 */
record SheetPlan(
    PriceSheet.Audience audience, String discountGroup, String currency, PriceBasis basis) {

  boolean is(PriceSheet.Kind kind) {
    return audience.kind() == kind;
  }

  /** Number or code as Business Central writes it; blank for everybody. */
  String code() {
    String code = audience.code();
    return code == null ? "" : Codes.upper(code);
  }

  String inWords() {
    return "sheet of " + (code().isEmpty() ? "everybody" : code()) + " in " + currency;
  }
}
