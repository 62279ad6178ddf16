package dev.kontor.twin.shopware.write;

import dev.kontor.twin.kit.Ids;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Checks what a customer signs in with (EmailFieldSerializer, PasswordFieldSerializer). */
final class SignInCheck {
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
  private static final int SHORTEST_PASSWORD = 8;

  private final Violations violations;

  SignInCheck(Violations violations) {
    this.violations = violations;
  }

  /** The address as stored; what is wrong is collected. */
  JsonNode email(JsonNode value, String pointer) {
    if (!value.isString()) {
      violations.type(pointer, value, "string");
    } else if (value.stringValue().isBlank()) {
      violations.blank(pointer);
    } else if (!EMAIL.matcher(value.stringValue()).matches()) {
      violations.email(pointer, value);
    }
    return value;
  }

  /** Kept only as a fingerprint: no answer ever shows it. */
  JsonNode password(JsonNode value, String pointer) {
    if (!value.isString()) {
      violations.type(pointer, value, "string");
      return value;
    }
    if (value.stringValue().length() < SHORTEST_PASSWORD) {
      violations.tooShort(pointer, SHORTEST_PASSWORD);
    }
    return StringNode.valueOf(Ids.hex("password " + value.stringValue()));
  }
}
