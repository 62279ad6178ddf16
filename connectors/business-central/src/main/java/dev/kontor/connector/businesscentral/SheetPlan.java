package dev.kontor.connector.businesscentral;

import dev.kontor.model.PriceBasis;
import dev.kontor.model.PriceSheet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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

  /**
   * @param setting {@code priceAudiences}; missing is one sheet for everybody in local currency,
   *     with tax
   */
  static List<SheetPlan> of(JsonNode setting, String localCurrency) {
    List<SheetPlan> plans = new ArrayList<>();
    Defaults defaults = new Defaults(setting, localCurrency);
    if (setting.path("everybody").asBoolean(true)) {
      defaults.add(plans, setting, PriceSheet.Kind.EVERYBODY, null);
    }
    for (JsonNode group : setting.path("groups")) {
      defaults.add(plans, group, PriceSheet.Kind.CUSTOMER_GROUP, Json.text(group, "code"));
    }
    for (JsonNode customer : setting.path("customers")) {
      defaults.add(plans, customer, PriceSheet.Kind.CUSTOMER, Json.text(customer, "number"));
    }
    return plans;
  }

  boolean is(PriceSheet.Kind kind) {
    return audience.kind() == kind;
  }

  /** Number or code as Business Central writes it; blank for everybody. */
  String code() {
    String code = audience.code();
    return code == null ? "" : Codes.upper(code);
  }

  private record Defaults(JsonNode setting, String localCurrency) {

    void add(List<SheetPlan> plans, JsonNode entry, PriceSheet.Kind kind, @Nullable String code) {
      JsonNode own = entry.path("currencies");
      JsonNode currencies = own.isEmpty() ? setting.path("currencies") : own;
      String basis = Json.text(entry, "basis", Json.text(setting, "basis", "gross"));
      List<String> codes = currencies.valueStream().map(JsonNode::asString).toList();
      for (String currency : codes.isEmpty() ? List.of(localCurrency) : codes) {
        plans.add(
            new SheetPlan(
                new PriceSheet.Audience(kind, code),
                Codes.of(entry, "discountGroup"),
                currency,
                basis.equals("net") ? PriceBasis.NET : PriceBasis.GROSS));
      }
    }
  }
}
