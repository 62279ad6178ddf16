package dev.kontor.connector.shopware.api;

import tools.jackson.databind.JsonNode;

/**
 * One error of a refusal.
 *
 * @param code a constraint's uuid, {@code FRAMEWORK__…}, a number or empty
 * @param pointer such as {@code /stock/3/stock}, empty if the shop blames no field
 * @param text English words without the value that was refused
 */
public record ApiError(String code, String pointer, String text, JsonNode parameters) {

  static ApiError of(JsonNode error) {
    return new ApiError(
        ShopRow.text(error, "code"),
        ShopRow.text(error.path("source"), "pointer"),
        words(error),
        error.path("meta").path("parameters"));
  }

  private static String words(JsonNode error) {
    String template = ShopRow.text(error, "template");
    if (template.isEmpty()) {
      return ShopRow.text(error, "title");
    }
    for (var parameter : error.path("meta").path("parameters").properties()) {
      if (!parameter.getKey().contains("value")) {
        template = template.replace(parameter.getKey(), parameter.getValue().asString(""));
      }
    }
    return template.replace("{{ value }}", "the value");
  }
}
