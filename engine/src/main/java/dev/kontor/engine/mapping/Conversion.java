package dev.kontor.engine.mapping;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Gives a value the type its target wants. */
enum Conversion implements ValueStep {
  /** A decimal string; a decimal string stays byte for byte. */
  DECIMAL {
    @Override
    public JsonNode translate(JsonNode value, Scope scope) {
      BigDecimal number = number(value, scope);
      boolean plain = value.isString() && !value.asString().toLowerCase(Locale.ROOT).contains("e");
      return plain ? value : NODES.stringNode(number.toPlainString());
    }
  },
  /** A JSON number with every digit. */
  NUMBER {
    @Override
    public JsonNode translate(JsonNode value, Scope scope) {
      return NODES.numberNode(number(value, scope));
    }
  },
  /** A JSON number without decimals; 12.0 is 12, 12.5 is refused. */
  INTEGER {
    @Override
    public JsonNode translate(JsonNode value, Scope scope) {
      try {
        return NODES.numberNode(number(value, scope).toBigIntegerExact());
      } catch (ArithmeticException e) {
        throw scope.invalid("has decimals, but a whole number is needed; round it at its source");
      }
    }
  },
  /** true or false, also from the texts and the numbers 1 and 0. */
  BOOLEAN {
    @Override
    public JsonNode translate(JsonNode value, Scope scope) {
      return switch (value.isValueNode() ? value.asString().toLowerCase(Locale.ROOT) : "") {
        case "true", "1" -> NODES.booleanNode(true);
        case "false", "0" -> NODES.booleanNode(false);
        default -> throw scope.invalid("is neither true nor false; add 'values' to translate it");
      };
    }
  },
  TEXT {
    @Override
    public JsonNode translate(JsonNode value, Scope scope) {
      if (!value.isValueNode()) {
        throw scope.invalid("is an object or a list, but a text is needed; name one field of it");
      }
      return NODES.stringNode(
          value.isNumber() ? value.decimalValue().toPlainString() : value.asString());
    }
  };

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  static Optional<Conversion> named(String name) {
    for (Conversion conversion : values()) {
      if (conversion.name().toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(conversion);
      }
    }
    return Optional.empty();
  }

  private static BigDecimal number(JsonNode value, Scope scope) {
    return Decimals.of(value)
        .orElseThrow(
            () -> scope.invalid("is no decimal number such as -12.50; correct it at its source"));
  }
}
