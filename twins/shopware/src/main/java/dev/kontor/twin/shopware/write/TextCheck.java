package dev.kontor.twin.shopware.write;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.schema.Field;
import dev.kontor.twin.shopware.schema.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Checks texts (Shopware's StringFieldSerializer and LongTextFieldSerializer). */
final class TextCheck {
  private final Violations violations;

  TextCheck(Violations violations) {
    this.violations = violations;
  }

  /** The text as stored; what is wrong is collected. */
  JsonNode checked(Field field, JsonNode value, String pointer) {
    if (!value.isString()) {
      violations.type(pointer, value, "string");
      return value;
    }
    String text = value.stringValue();
    boolean isLong = field.kind() == Kind.TEXT || field.kind() == Kind.HTML;
    boolean none = isLong ? text.isEmpty() : text.isBlank();
    return none ? none(field, pointer) : filled(field, value, pointer);
  }

  private JsonNode none(Field field, String pointer) {
    if (field.required()) {
      violations.blank(pointer);
    }
    return Json.MAPPER.nullNode();
  }

  // A text of nothing but tags is refused wherever it stands: only before they go is none null.
  private JsonNode filled(Field field, JsonNode value, String pointer) {
    String text = value.stringValue();
    if (text.codePointCount(0, text.length()) > field.longest()) {
      violations.tooLong(pointer, value, field.longest());
    }
    String kept = field.kind() == Kind.HTML ? text : Tags.stripped(text);
    if (kept.isEmpty()) {
      violations.blank(pointer);
    }
    return StringNode.valueOf(kept);
  }
}
