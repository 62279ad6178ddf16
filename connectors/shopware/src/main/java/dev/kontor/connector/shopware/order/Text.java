package dev.kontor.connector.shopware.order;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads text the shop may leave null or blank. */
final class Text {

  private Text() {}

  /** Null if absent, JSON null, blank or no text. */
  static @Nullable String text(JsonNode node) {
    if (!node.isString()) {
      return null;
    }
    String value = node.stringValue();
    return value.isBlank() ? null : value;
  }
}
