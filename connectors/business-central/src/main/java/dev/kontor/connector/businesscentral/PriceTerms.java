package dev.kontor.connector.businesscentral;

import dev.kontor.connector.businesscentral.pricing.RoundingTerms;
import dev.kontor.connector.businesscentral.pricing.TaxCalculation;
import dev.kontor.connector.businesscentral.pricing.VatPostingSetup;
import dev.kontor.connector.businesscentral.totals.VatCalculation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What prices depend on beside items and price lists: VAT posting setup, rounding, exchange rates,
 * and the customers that are asked for. Small, so it is read whole each time; two readings are
 * equal if nothing changed.
 *
 * @param vat posting setups
 * @param customers rows of {@code customerDetails} by upper-case number
 * @param precisions rows of {@code currencyPrecisions}
 * @param rates newest row of {@code currencyExchangeRates} by currency code
 * @param localCurrency its ISO code
 */
record PriceTerms(
    JsonNode setup,
    List<VatPostingSetup> vat,
    Map<String, JsonNode> customers,
    List<JsonNode> precisions,
    Map<String, JsonNode> rates,
    String localCurrency) {

  /** Blank for the local currency; empty for one that Business Central does not have. */
  Optional<String> currencyCode(String iso) {
    if (iso.equals(localCurrency)) {
      return Optional.of("");
    }
    return precisions.stream()
        .filter(row -> iso.equals(Json.text(row, "isoCode", Json.text(row, "code", ""))))
        .map(row -> Json.text(row, "code", ""))
        .findFirst()
        .or(() -> rates.containsKey(iso) ? Optional.of(iso) : Optional.empty());
  }

  /**
   * Document currency per local currency (Currency Exchange Rate table: exchange rate amount by
   * relational exchange rate amount); empty if there is no rate yet.
   */
  Optional<BigDecimal> factor(String currencyCode) {
    if (currencyCode.isEmpty()) {
      return Optional.of(BigDecimal.ONE);
    }
    return Optional.ofNullable(rates.get(currencyCode))
        .filter(
            row ->
                Json.number(row, "exchangeRateAmount").signum() > 0
                    && Json.number(row, "relationalExchangeRateAmount").signum() > 0)
        .map(
            row ->
                Json.number(row, "exchangeRateAmount")
                    .divide(
                        Json.number(row, "relationalExchangeRateAmount"), MathContext.DECIMAL64));
  }

  RoundingTerms rounding(String currencyCode) {
    JsonNode row =
        currencyCode.isEmpty()
            ? setup
            : precisions.stream()
                .filter(found -> currencyCode.equals(Json.text(found, "code")))
                .findFirst()
                .orElse(Json.object());
    BigDecimal amount = Json.number(row, "amountRoundingPrecision");
    BigDecimal unit = Json.number(row, "unitAmountRoundingPrecision");
    return new RoundingTerms(
        amount.signum() > 0 ? amount : RoundingTerms.DEFAULT.amount(),
        unit.signum() > 0 ? unit : RoundingTerms.DEFAULT.unitAmount());
  }

  Optional<VatPostingSetup> vat(String area, String group) {
    return vat.stream()
        .filter(row -> row.businessGroup().equals(area) && row.productGroup().equals(group))
        .findFirst();
  }

  /** As setting {@code vat} states it, for companies without the companion app. */
  static List<VatPostingSetup> ofSetting(VatTable table) {
    List<VatPostingSetup> setups = new ArrayList<>();
    for (String area : table.areas()) {
      for (VatEntry entry : table.entries(area)) {
        setups.add(
            new VatPostingSetup(
                area, entry.group(), entry.rate(), calculation(entry.calculation())));
      }
    }
    return setups;
  }

  private static TaxCalculation calculation(VatCalculation calculation) {
    return switch (calculation) {
      case NORMAL -> TaxCalculation.NORMAL_VAT;
      case REVERSE -> TaxCalculation.REVERSE_CHARGE_VAT;
      case FULL -> TaxCalculation.FULL_VAT;
    };
  }
}
