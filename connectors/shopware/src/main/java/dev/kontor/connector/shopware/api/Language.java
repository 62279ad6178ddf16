package dev.kontor.connector.shopware.api;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A language of the shop, by its locale such as {@code de-DE}. */
public record Language(String id, String locale) {

  static Language of(JsonNode row) {
    return new Language(ShopRow.id(row), ShopRow.text(row.path("locale"), "code"));
  }

  /** Whether the tag names it; {@code de_DE} does as well. */
  boolean is(String tag) {
    return locale.equalsIgnoreCase(tag.replace('_', '-'));
  }

  /** Whether the tag names it in whatever country. */
  boolean isNear(String tag) {
    return bare(locale).equals(bare(tag.replace('_', '-')));
  }

  private static String bare(String tag) {
    int end = tag.indexOf('-');
    return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
  }
}
