package dev.kontor.connector.financeoperations.customer;

import dev.kontor.connector.financeoperations.api.Row;
import java.util.Locale;
import java.util.MissingResourceException;
import tools.jackson.databind.JsonNode;

/**
 * The ids of countries: three letters as Finance & Operations is delivered, or as the set-up says.
 */
final class Countries {

  private Countries() {}

  /**
   * @param country ISO 3166-1 alpha-2
   * @param settings with {@code countryIds} and {@code countries}
   */
  static String id(String country, JsonNode settings) {
    String own = Row.text(settings.path("countries"), country);
    if (!own.isEmpty()) {
      return own;
    }
    if ("iso2".equals(Row.text(settings, "countryIds"))) {
      return country;
    }
    try {
      return Locale.of("", country).getISO3Country();
    } catch (MissingResourceException e) {
      return country;
    }
  }
}
