package dev.kontor.twin.shopware.write;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.schema.Field;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks one value as strictly as the shop does (observed.md "Sync") and returns it as stored. */
final class FieldCheck {
  private final Violations violations;

  FieldCheck(Violations violations) {
    this.violations = violations;
  }

  JsonNode checked(Field field, JsonNode value, String pointer) {
    if (value.isNull()) {
      if (field.required()) {
        violations.blank(pointer);
      }
      return value;
    }
    return switch (field.kind()) {
      case INT -> typed(value, value.isIntegralNumber(), "int", pointer);
      case BOOL -> typed(value, value.isBoolean(), "bool", pointer);
      case FLOAT -> number(value, pointer);
      case STRING -> text(field, value, pointer);
      case ID -> id(value, pointer);
      case DATE -> date(value, pointer);
      case JSON -> field.name().equals("price") && value.isArray() ? price(value, pointer) : value;
      case VERSION -> value;
    };
  }

  private JsonNode typed(JsonNode value, boolean fits, String type, String pointer) {
    if (!fits) {
      violations.type(pointer, value, type);
    }
    return value;
  }

  private JsonNode number(JsonNode value, String pointer) {
    if (value.isNumber()) {
      return Values.number(value.decimalValue());
    }
    try {
      return Values.number(new BigDecimal(value.isString() ? value.stringValue() : ""));
    } catch (NumberFormatException e) {
      violations.type(pointer, value, "numeric");
      return value;
    }
  }

  private JsonNode text(Field field, JsonNode value, String pointer) {
    JsonNode text = value.isObject() ? value.path(Values.SYSTEM_LANGUAGE) : value;
    if (!text.isString()) {
      violations.type(pointer, value, "string");
    } else if (field.required() && text.stringValue().isBlank()) {
      violations.blank(pointer);
    }
    return text;
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

  private JsonNode price(JsonNode list, String pointer) {
    var prices = Json.array();
    boolean euro = false;
    for (JsonNode entry : list) {
      ObjectNode price = Json.object();
      price.putArray("extensions");
      price.set("currencyId", entry.path("currencyId"));
      euro |= Values.EURO.equals(Values.text(entry, "currencyId"));
      for (String amount : java.util.List.of("net", "gross")) {
        if (!entry.hasNonNull(amount)) {
          violations.blank(pointer + "/" + amount);
        } else {
          price.set(amount, number(entry.get(amount), pointer + "/" + amount));
        }
      }
      price.put("linked", entry.path("linked").asBoolean(false));
      for (String optional : java.util.List.of("listPrice", "percentage", "regulationPrice")) {
        price.set(optional, Values.orNull(entry.get(optional)));
      }
      prices.add(price.put("apiAlias", "price"));
    }
    if (!euro) {
      violations.other(pointer, "No price for default currency defined");
    }
    return prices;
  }
}
