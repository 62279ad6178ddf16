package dev.kontor.connector.financeoperations.product;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.Row;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * Setting {@code products}: what of released products articles are made of.
 *
 * @param language of an article's own name, as Finance & Operations calls it
 * @param hierarchy name of the category hierarchy; blank to tell no categories
 * @param json the setting itself
 */
record ProductSettings(String language, String hierarchy, JsonNode json) {

  static ProductSettings of(FnoSettings settings) {
    JsonNode json = settings.open().path("products");
    String language = Row.text(json, "language");
    return new ProductSettings(
        language.isEmpty() ? settings.text("userLanguage", "en-us") : language,
        Row.text(json, "hierarchy"),
        json);
  }

  /** Whether what is in that state of its life must not be sold. */
  boolean isBlocked(String state) {
    return json.path("blockedStates")
        .valueStream()
        .anyMatch(blocked -> blocked.asString("").equalsIgnoreCase(state));
  }

  /**
   * What buyers choose by a product dimension.
   *
   * @param dimension such as {@code Color}
   */
  String optionName(String dimension) {
    String named = Row.text(json.path("optionNames"), dimension.toLowerCase(Locale.ROOT));
    return named.isEmpty() ? dimension : named;
  }
}
