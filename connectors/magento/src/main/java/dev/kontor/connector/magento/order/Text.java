package dev.kontor.connector.magento.order;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads text the shop may leave out, null or blank. */
public final class Text {

  private Text() {}

  /** Null if absent, null or blank; numbers are told by their digits. */
  public static @Nullable String text(JsonNode node) {
    if (!node.isValueNode() || node.isNull()) {
      return null;
    }
    String value = node.asString("");
    return value.isBlank() ? null : value;
  }
}
