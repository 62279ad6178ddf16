package dev.kontor.twin.magento.cart;

import dev.kontor.twin.magento.data.Row;
import tools.jackson.databind.JsonNode;

/** The shop's tax rates by country, customer class and product class. */
public final class TaxRules {
  /** The tax class of ordinary goods. */
  public static final long GOODS = 2;

  private static final String HOME = "DE";
  private static final long CONSUMER = 3;

  private final JsonNode rates;
  private final JsonNode rules;

  /** Rates and rules as the shop's own REST interface lists them. */
  public TaxRules(JsonNode rates, JsonNode rules) {
    this.rates = rates;
    this.rules = rules;
  }

  /** What a buyer in this country pays. */
  Rate rate(String country, long customerClass, long productClass) {
    for (JsonNode rule : rules) {
      if (has(rule.path("customer_tax_class_ids"), customerClass)
          && has(rule.path("product_tax_class_ids"), productClass)) {
        for (JsonNode rate : rates) {
          if (has(rule.path("tax_rate_ids"), Row.number(rate, "id"))
              && Row.text(rate, "tax_country_id").equals(country)) {
            return new Rate(Row.text(rate, "code"), Row.amount(rate, "rate"));
          }
        }
      }
    }
    return Rate.NONE;
  }

  /** What the catalogue's gross prices include. */
  Rate storeRate(long productClass) {
    return rate(HOME, CONSUMER, productClass);
  }

  private static boolean has(JsonNode list, long value) {
    return list.valueStream().anyMatch(v -> v.asLong() == value);
  }
}
