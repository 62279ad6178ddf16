package dev.kontor.twin.shopware.write;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.schema.Field;
import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Checks one value as strictly as the shop does (observed.md "Sync") and returns it as stored. */
final class FieldCheck {
  private static final Map<String, Integer> LEAST = Map.of("minPurchase", 1, "purchaseSteps", 1);

  private final Violations violations;
  private final TextCheck texts;
  private final SignInCheck signIn;
  private final PriceCheck prices;

  FieldCheck(Violations violations) {
    this.violations = violations;
    this.texts = new TextCheck(violations);
    this.signIn = new SignInCheck(violations);
    this.prices = new PriceCheck(violations);
  }

  /**
   * The value as stored.
   *
   * @param inherits null means that a variant takes the parent's value, so it is never missing
   */
  JsonNode checked(Field field, JsonNode value, String pointer, boolean inherits) {
    if (value.isNull()) {
      if (field.required() && !inherits) {
        violations.blank(pointer);
      }
      return value;
    }
    return switch (field.kind()) {
      case INT -> integer(field, value, pointer);
      case BOOL -> typed(value, value.isBoolean(), "bool", pointer);
      case FLOAT -> number(value, pointer);
      case STRING, TEXT, HTML -> texts.checked(field, value, pointer);
      case EMAIL -> signIn.email(value, pointer);
      case PASSWORD -> signIn.password(value, pointer);
      case ID, STATE -> id(value, pointer);
      case DATE -> date(value, pointer);
      case LIST -> list(field, value, pointer);
      case PRICE -> price(field, value, pointer);
      case JSON -> typed(value, value.isContainer(), "array", pointer);
      case VERSION -> value;
    };
  }

  private JsonNode typed(JsonNode value, boolean fits, String type, String pointer) {
    if (!fits) {
      violations.type(pointer, value, type);
    }
    return value;
  }

  private JsonNode integer(Field field, JsonNode value, String pointer) {
    int least = LEAST.getOrDefault(field.name(), Integer.MIN_VALUE);
    if (value.isIntegralNumber() && value.asInt() < least) {
      violations.tooLow(pointer, value, least);
    }
    return typed(value, value.isIntegralNumber(), "int", pointer);
  }

  private JsonNode number(JsonNode value, String pointer) {
    BigDecimal number = Numbers.read(value);
    if (number == null) {
      violations.type(pointer, value, "numeric");
      return value;
    }
    return Values.number(number);
  }

  private JsonNode id(JsonNode value, String pointer) {
    if (!value.isString()) {
      violations.type(pointer, value, "string");
    } else if (!Keys.valid(value.stringValue())) {
      throw Writes.invalidId(value.stringValue());
    }
    return value;
  }

  private JsonNode date(JsonNode value, String pointer) {
    var instant = Values.instant(value.asString(""));
    if (instant.isEmpty()) {
      violations.type(pointer, value, "datetime");
      return value;
    }
    return Json.MAPPER.getNodeFactory().stringNode(Values.time(instant.get()));
  }

  // The shop checks each text of a list, yet stores them as they are given (ListFieldSerializer).
  private JsonNode list(Field field, JsonNode value, String pointer) {
    int index = 0;
    for (JsonNode text : value) {
      texts.checked(field, text, pointer + "/" + index++);
    }
    return typed(value, value.isArray(), "array", pointer);
  }

  private JsonNode price(Field field, JsonNode value, String pointer) {
    if (!value.isContainer()) {
      return typed(value, false, "array", pointer);
    }
    if (value.isEmpty() && field.required()) {
      violations.blank(pointer);
      return value;
    }
    return prices.checked(value, pointer);
  }
}
