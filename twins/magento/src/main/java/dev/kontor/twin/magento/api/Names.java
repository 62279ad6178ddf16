package dev.kontor.twin.magento.api;

import java.util.Locale;
import java.util.regex.Pattern;

/** Field names, in the two notations the shop takes. */
final class Names {
  private static final Pattern HUMP = Pattern.compile("(?<=\\w)(?=[A-Z])");

  private Names() {}

  /** orderItemId becomes order_item_id. */
  static String snake(String name) {
    return HUMP.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
  }

  /** order_item_id becomes OrderItemId, as error messages call it. */
  static String upperCamel(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("_")) {
      if (!word.isEmpty()) {
        camel.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return camel.toString();
  }
}
