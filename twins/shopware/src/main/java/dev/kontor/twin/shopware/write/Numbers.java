package dev.kontor.twin.shopware.write;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Numbers as the shop accepts them: a number or a text of one (observed.md "Sync"). */
final class Numbers {
  private Numbers() {}

  /** Null when it is none. */
  static @Nullable BigDecimal read(JsonNode value) {
    if (value.isNumber()) {
      return value.decimalValue();
    }
    try {
      return value.isString() ? new BigDecimal(value.stringValue().strip()) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
