package dev.kontor.twin.shopware.control;

import org.jspecify.annotations.Nullable;

/**
 * As whom one looks at the shop.
 *
 * @param group name of a customer group, null for the sales channel's own
 * @param customerNumber a customer of the shop, who decides the group; null for nobody in
 *     particular
 * @param currency ISO code
 * @param country ISO code of the country of delivery
 * @param language locale code such as de-DE
 * @param quantity pieces in one cart line
 */
public record Look(
    @Nullable String group,
    @Nullable String customerNumber,
    String currency,
    String country,
    String language,
    int quantity) {

  /** A shopper of the sales channel's group in Germany who takes one piece and pays in euro. */
  public static Look anybody() {
    return new Look(null, null, "EUR", "DE", "de-DE", 1);
  }

  public Look group(String other) {
    return new Look(other, customerNumber, currency, country, language, quantity);
  }

  public Look customer(String number) {
    return new Look(group, number, currency, country, language, quantity);
  }

  public Look currency(String other) {
    return new Look(group, customerNumber, other, country, language, quantity);
  }

  public Look language(String other) {
    return new Look(group, customerNumber, currency, country, other, quantity);
  }

  public Look quantity(int other) {
    return new Look(group, customerNumber, currency, country, language, other);
  }
}
