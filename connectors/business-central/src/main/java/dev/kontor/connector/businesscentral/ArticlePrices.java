package dev.kontor.connector.businesscentral;

import dev.kontor.connector.businesscentral.pricing.Audience;
import dev.kontor.connector.businesscentral.pricing.PriceBook;
import dev.kontor.connector.businesscentral.pricing.PriceEngine;
import dev.kontor.connector.businesscentral.pricing.PriceModel;
import dev.kontor.connector.businesscentral.pricing.PriceQuestion;
import dev.kontor.connector.businesscentral.pricing.PriceSheets;
import dev.kontor.connector.businesscentral.pricing.PriorPrice;
import dev.kontor.connector.businesscentral.pricing.RoundingTerms;
import dev.kontor.connector.businesscentral.pricing.TaxCalculation;
import dev.kontor.connector.businesscentral.pricing.VatPostingSetup;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Price;
import dev.kontor.model.PriceBasis;
import dev.kontor.model.PriceSheet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The prices of articles on one day, as {@code model.price}: a sheet per audience and currency that
 * differs from what everybody pays. What cannot be priced is said under {@code problems}.
 *
 * @param homeTaxArea of consumers; groups and everybody are taxed so
 * @param precision of unit prices by setting; null for the currency's own
 */
record ArticlePrices(
    List<SheetPlan> plans,
    PriceModel model,
    PriceBook book,
    PriceTerms terms,
    String localCurrency,
    String homeTaxArea,
    @Nullable BigDecimal precision,
    LocalDate today) {

  /** One article as told, and when it must be looked at again. */
  record Priced(ObjectNode content, String version, @Nullable LocalDate changesOn) {}

  Priced of(PricedArticle article) {
    List<PriceSheet> sheets = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    LocalDate changesOn = null;
    for (SheetPlan plan : plans) {
      try {
        Sheet sheet = sheet(article, plan);
        changesOn = earlier(changesOn, sheet.nextChange());
        if (!isForEverybody(sheets, sheet.sheet())) {
          sheets.add(sheet.sheet());
        }
      } catch (IllegalArgumentException e) {
        problems.add(name(plan) + ": " + e.getMessage());
      }
    }
    Price price = new Price(article.sku(), article.parentSku(), today, changesOn, sheets, Map.of());
    ObjectNode content = (ObjectNode) ModelJson.tree(price);
    if (!problems.isEmpty()) {
      problems.forEach(content.putArray("problems")::add);
    }
    ObjectNode timeless = content.deepCopy();
    timeless.remove("asOf");
    return new Priced(content, Digest.of(timeless.toString()), changesOn);
  }

  private record Sheet(PriceSheet sheet, @Nullable LocalDate nextChange) {}

  private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  private static boolean isForEverybody(List<PriceSheet> sheets, PriceSheet sheet) {
    return sheets.stream()
        .anyMatch(
            known ->
                known.audience().kind() == PriceSheet.Kind.EVERYBODY
                    && known.currency().equals(sheet.currency())
                    && known.taxRate().compareTo(sheet.taxRate()) == 0
                    && known.breaks().equals(sheet.breaks()));
  }

  private static String name(SheetPlan plan) {
    return "sheet of "
        + (plan.code().isEmpty() ? "everybody" : plan.code())
        + " in "
        + plan.currency();
  }

  private Sheet sheet(PricedArticle article, SheetPlan plan) {
    JsonNode customer = customer(plan);
    VatPostingSetup vat = vat(article, customer);
    String currency =
        terms
            .currencyCode(plan.currency(), localCurrency)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Business Central has no currency "
                            + plan.currency()
                            + "; create it there or correct setting priceAudiences"));
    BigDecimal factor =
        terms
            .factor(currency)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no exchange rate of "
                            + plan.currency()
                            + " on "
                            + today
                            + "; enter one in Business Central"));
    RoundingTerms rounding = terms.rounding(currency);
    PriceQuestion question =
        new PriceQuestion(
            audience(plan, customer),
            "",
            article.item(),
            article.variant(),
            article.unit(),
            BigDecimal.ONE,
            BigDecimal.ONE,
            currency,
            factor,
            today,
            plan.basis() == PriceBasis.GROSS,
            vat.percent(),
            vat.calculation(),
            article.taxGroup(),
            new PriorPrice.None(),
            rounding);
    BigDecimal unit = unitPrecision(plan, rounding);
    var found = new PriceSheets(new PriceEngine(model), book, BigDecimal.ONE, unit).sheet(question);
    BigDecimal rate =
        vat.calculation() == TaxCalculation.REVERSE_CHARGE_VAT ? BigDecimal.ZERO : vat.percent();
    List<PriceSheet.Break> breaks =
        found.breaks().stream()
            .map(step -> PriceSteps.step(step, plan.basis(), rate, unit))
            .toList();
    return new Sheet(
        new PriceSheet(plan.audience(), plan.currency(), PriceSteps.plain(rate), breaks),
        found.nextChange());
  }

  /** Null-like (empty) for anybody who is no single customer. */
  private JsonNode customer(SheetPlan plan) {
    if (!plan.is(PriceSheet.Kind.CUSTOMER)) {
      return Json.object();
    }
    JsonNode sellTo = terms.customers().get(plan.code());
    if (sellTo == null) {
      throw new IllegalArgumentException(
          "customer "
              + plan.code()
              + " is not shown by the companion app; correct setting priceAudiences or install it");
    }
    String billTo = Codes.of(sellTo, "billToCustomerNumber");
    return terms.customers().getOrDefault(billTo, sellTo);
  }

  private VatPostingSetup vat(PricedArticle article, JsonNode customer) {
    String own = Codes.of(customer, "vatBusinessPostingGroup");
    String area = own.isEmpty() ? homeTaxArea : own;
    Optional<VatPostingSetup> setup = terms.vat(area, article.taxGroup());
    return setup.orElseThrow(
        () ->
            new IllegalArgumentException(
                "there is no VAT posting setup of business group "
                    + area
                    + " and product group "
                    + (article.taxGroup().isEmpty() ? "(blank)" : article.taxGroup())
                    + " of item "
                    + article.item()
                    + "; complete it, or setting vat"));
  }

  /** Prices are those of the bill-to customer (business-central/pricing.md rule 1). */
  private static Audience audience(SheetPlan plan, JsonNode customer) {
    return switch (plan.audience().kind()) {
      case EVERYBODY -> Audience.ALL_CUSTOMERS;
      case CUSTOMER_GROUP -> Audience.groups(plan.code(), plan.discountGroup());
      case CUSTOMER ->
          Audience.customer(
              Codes.of(customer, "number"),
              Codes.of(customer, "customerPriceGroup"),
              Codes.of(customer, "customerDiscountGroup"),
              customer.path("allowLineDiscount").asBoolean(true));
    };
  }

  /** Prices with tax are shown as they are paid; without tax they keep their small fractions. */
  private BigDecimal unitPrecision(SheetPlan plan, RoundingTerms rounding) {
    if (precision != null) {
      return precision;
    }
    return plan.basis() == PriceBasis.GROSS ? rounding.amount() : rounding.unitAmount();
  }
}
