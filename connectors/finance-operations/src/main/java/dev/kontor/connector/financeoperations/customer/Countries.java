package dev.kontor.connector.financeoperations.customer;

import dev.kontor.connector.financeoperations.api.Row;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
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

  /**
   * ISO 3166-1 alpha-2 of an id; blank for one nobody knows.
   *
   * @param settings as above
   */
  static String iso(String id, JsonNode settings) {
    Optional<String> own =
        settings.path("countries").properties().stream()
            .filter(country -> country.getValue().asString("").equalsIgnoreCase(id))
            .map(Map.Entry::getKey)
            .findFirst();
    return own.orElseGet(
        () ->
            Arrays.stream(Locale.getISOCountries())
                .filter(two -> two.equalsIgnoreCase(id) || three(two).equalsIgnoreCase(id))
                .findFirst()
                .orElse(""));
  }

  private static String three(String two) {
    return Locale.of("", two).getISO3Country();
  }
}
