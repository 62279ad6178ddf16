package dev.kontor.connector.financeoperations.price;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.Currencies;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.connector.financeoperations.customer.CustomerTax;
import dev.kontor.connector.financeoperations.pricing.PricingCustomer;
import dev.kontor.model.ModelJson;
import dev.kontor.model.PriceBasis;
import dev.kontor.model.PriceSheet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Setting {@code priceAudiences}: for whom prices are told. Where it is missing that is everybody,
 * in the accounting currency and without tax.
 */
final class PriceAudiences {

  private static final String ACCOUNT = "CustomerAccount";
  private static final List<String> FIELDS =
      List.of(FnoApi.COMPANY, ACCOUNT, "DiscountPriceGroupId", "LineDiscountCode", "SalesTaxGroup");

  /** Of prices without tax, which keep small fractions. */
  private static final BigDecimal FINE = new BigDecimal("0.0001");

  private final FnoSettings settings;
  private final FnoApi api;
  private final JsonNode setting;
  private final String accountingCurrency;
  private final List<SheetPlan> plans = new ArrayList<>();

  PriceAudiences(FnoSettings settings, FnoApi api, String accountingCurrency) {
    this.settings = settings;
    this.api = api;
    this.setting = settings.open().path("priceAudiences");
    this.accountingCurrency = accountingCurrency;
  }

  /** Everybody first. */
  List<SheetPlan> plans() {
    String tax = CustomerTax.ofPrices(settings);
    if (setting.path("everybody").asBoolean(true)) {
      add(setting, PriceSheet.Kind.EVERYBODY, null, new PricingCustomer("", "", "", "", ""), tax);
    }
    for (JsonNode group : setting.path("groups")) {
      String code = Row.text(group, "code");
      String discounts = Codes.upper(Row.text(group, "discountGroup"));
      PricingCustomer member = new PricingCustomer("", Codes.upper(code), discounts, "", "");
      add(group, PriceSheet.Kind.CUSTOMER_GROUP, code, member, tax);
    }
    customers();
    return plans;
  }

  private void customers() {
    List<String> numbers =
        setting.path("customers").valueStream().map(c -> Row.text(c, "number")).toList();
    if (numbers.isEmpty()) {
      return;
    }
    Map<String, JsonNode> rows =
        api.rowsOf("CustomersV3", ACCOUNT, numbers, FIELDS).stream()
            .collect(
                Collectors.toMap(
                    row -> Codes.upper(Row.text(row, ACCOUNT)), Function.identity(), (a, b) -> a));
    for (JsonNode customer : setting.path("customers")) {
      String number = Row.text(customer, "number");
      JsonNode row = rows.getOrDefault(Codes.upper(number), ModelJson.mapper().missingNode());
      PricingCustomer buyer =
          new PricingCustomer(
              Codes.upper(number),
              Codes.upper(Row.text(row, "DiscountPriceGroupId")),
              Codes.upper(Row.text(row, "LineDiscountCode")),
              "",
              "");
      add(customer, PriceSheet.Kind.CUSTOMER, number, buyer, Row.text(row, "SalesTaxGroup"));
    }
  }

  private void add(
      JsonNode entry,
      PriceSheet.Kind kind,
      @Nullable String code,
      PricingCustomer customer,
      String taxGroup) {
    String stated = Row.text(entry, "basis");
    boolean gross = (stated.isEmpty() ? Row.text(setting, "basis") : stated).equals("gross");
    for (String currency : currencies(entry)) {
      plans.add(
          new SheetPlan(
              new PriceSheet.Audience(kind, code),
              customer,
              taxGroup,
              currency,
              gross ? PriceBasis.GROSS : PriceBasis.NET,
              precision(currency, gross)));
    }
  }

  private BigDecimal precision(String currency, boolean gross) {
    String set = Row.text(setting, "precision");
    if (!set.isEmpty()) {
      return new BigDecimal(set);
    }
    return gross ? BigDecimal.ONE.movePointLeft(Currencies.digits(currency)) : FINE;
  }

  /** An audience's own, else those of all. */
  private List<String> currencies(JsonNode entry) {
    JsonNode own = entry.path("currencies");
    JsonNode chosen = own.isEmpty() ? setting.path("currencies") : own;
    List<String> codes = chosen.valueStream().map(JsonNode::asString).toList();
    return codes.isEmpty() ? List.of(accountingCurrency) : codes;
  }
}
