package dev.kontor.connector.businesscentral;

import dev.kontor.model.PriceBasis;
import dev.kontor.model.PriceSheet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Setting {@code priceAudiences}: for whom prices are told. Where it is missing that is everybody,
 * in local currency and with tax.
 */
record PriceAudiences(JsonNode setting, String localCurrency) {

  List<SheetPlan> plans() {
    List<SheetPlan> plans = new ArrayList<>();
    if (setting.path("everybody").asBoolean(true)) {
      add(plans, setting, PriceSheet.Kind.EVERYBODY, null);
    }
    for (JsonNode group : setting.path("groups")) {
      add(plans, group, PriceSheet.Kind.CUSTOMER_GROUP, Json.text(group, "code"));
    }
    for (JsonNode customer : setting.path("customers")) {
      add(plans, customer, PriceSheet.Kind.CUSTOMER, Json.text(customer, "number"));
    }
    return plans;
  }

  private void add(
      List<SheetPlan> plans, JsonNode entry, PriceSheet.Kind kind, @Nullable String code) {
    String basis = Json.text(entry, "basis", Json.text(setting, "basis", "gross"));
    for (String currency : currencies(entry)) {
      plans.add(
          new SheetPlan(
              new PriceSheet.Audience(kind, code),
              Codes.of(entry, "discountGroup"),
              currency,
              basis.equals("net") ? PriceBasis.NET : PriceBasis.GROSS));
    }
  }

  /** An audience's own, else those of all. */
  private List<String> currencies(JsonNode entry) {
    JsonNode own = entry.path("currencies");
    JsonNode chosen = own.isEmpty() ? setting.path("currencies") : own;
    List<String> codes = chosen.valueStream().map(JsonNode::asString).toList();
    return codes.isEmpty() ? List.of(localCurrency) : codes;
  }
}
