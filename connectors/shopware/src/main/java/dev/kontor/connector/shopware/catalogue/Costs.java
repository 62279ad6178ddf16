package dev.kontor.connector.shopware.catalogue;

import dev.kontor.connector.shopware.Ids;
import dev.kontor.connector.shopware.api.Currency;
import dev.kontor.connector.shopware.api.ShopFacts;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.connector.shopware.api.Tax;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The tax and the base price of an article, gross and net: the shop computes neither. */
final class Costs {

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final ShopFacts facts;

  Costs(ShopFacts facts) {
    this.facts = facts;
  }

  /**
   * The tax an article states; null if it states none.
   *
   * @throws FaultException if the shop has no tax of that rate
   */
  @Nullable Tax stated(Article article, Map<String, BigDecimal> byGroup) {
    BigDecimal rate =
        article.taxRate() == null && article.taxGroup() != null
            ? byGroup.get(article.taxGroup())
            : article.taxRate();
    if (rate == null) {
      return null;
    }
    return facts
        .tax(rate)
        .orElseThrow(
            () ->
                wrong(
                    "taxRate",
                    "is "
                        + rate.stripTrailingZeros().toPlainString()
                        + " %, but the shop has "
                        + facts.rates()
                        + "; add the tax in the shop (Settings, Tax), then resubmit"));
  }

  /** The rate of a product as the shop taxes it. */
  Optional<BigDecimal> rate(JsonNode product) {
    return facts.tax(ShopRow.text(product, "taxId")).map(Tax::rate);
  }

  /** What to say of an article whose rate nobody knows. */
  static FaultException noRate(Article article) {
    return wrong(
        "taxRate",
        "is not stated and the shop needs one; "
            + (article.taxGroup() == null
                ? "state it at the source"
                : "add tax group '" + article.taxGroup() + "' to the setting products.taxRates"));
  }

  /** The currency a price is stated in. */
  Currency currency(Tag price) {
    Currency base = facts.defaultCurrency();
    String code = price.currency() == null ? base.code() : price.currency();
    Currency currency =
        facts
            .currency(code)
            .orElseThrow(
                () ->
                    wrong(
                        "price.currency",
                        "is "
                            + code
                            + ", which the shop does not have; add the currency with its factor in"
                            + " the shop (Settings, Currencies), or state prices in "
                            + base.code()));
    if (currency.factor().signum() <= 0) {
      throw wrong("price.currency", code + " has no factor in the shop; enter one there");
    }
    return currency;
  }

  /** As the shop keeps it: always the default currency, and the stated one where it is another. */
  ArrayNode price(Tag price, BigDecimal stated, BigDecimal rate) {
    Currency currency = currency(price);
    Currency base = facts.defaultCurrency();
    ArrayNode prices = JsonNodeFactory.instance.arrayNode();
    if (!currency.isDefault()) {
      BigDecimal amount = stated.divide(currency.factor(), base.decimals(), RoundingMode.HALF_UP);
      add(prices, base, amount, price.includesTax(), rate);
    }
    add(prices, currency, stated, price.includesTax(), rate);
    return prices;
  }

  /** For a product that must have a price but whose source states none; it is not sold then. */
  static ArrayNode nothing() {
    ArrayNode prices = JsonNodeFactory.instance.arrayNode();
    put(prices, Ids.DEFAULT_CURRENCY, BigDecimal.ZERO, BigDecimal.ZERO);
    return prices;
  }

  /** Whether a product of the shop costs something. */
  static boolean costs(JsonNode product) {
    return product
        .path("price")
        .valueStream()
        .anyMatch(price -> price.path("gross").decimalValue(BigDecimal.ZERO).signum() > 0);
  }

  private static void add(
      ArrayNode prices, Currency currency, BigDecimal amount, boolean gross, BigDecimal rate) {
    BigDecimal factor = HUNDRED.add(rate);
    BigDecimal other =
        gross
            ? amount.multiply(HUNDRED).divide(factor, currency.decimals(), RoundingMode.HALF_UP)
            : amount.multiply(factor).divide(HUNDRED, currency.decimals(), RoundingMode.HALF_UP);
    put(prices, currency.id(), gross ? amount : other, gross ? other : amount);
  }

  private static void put(ArrayNode prices, String currency, BigDecimal gross, BigDecimal net) {
    prices
        .addObject()
        .put("currencyId", currency)
        .put("gross", gross)
        .put("net", net)
        .put("linked", false);
  }

  private static FaultException wrong(String field, String problem) {
    return new FaultException(new Fault.Invalid(field, problem, null));
  }
}
