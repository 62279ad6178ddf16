package dev.kontor.twin.shopware.write;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Values;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks a list of prices per currency (Shopware's PriceFieldSerializer). */
final class PriceCheck {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private final Violations violations;

  PriceCheck(Violations violations) {
    this.violations = violations;
  }

  /** The prices as stored, the last one of a currency; what is wrong is collected. */
  JsonNode checked(JsonNode list, String pointer) {
    Map<String, ObjectNode> prices = new LinkedHashMap<>();
    boolean sound = true;
    int index = 0;
    for (JsonNode entry : list) {
      String at = pointer + "/" + index++;
      if (complete(entry, at)) {
        prices.put(entry.path("currencyId").asString(), stored(entry));
      } else {
        sound = false;
      }
    }
    if (sound && !prices.containsKey(Values.EURO)) {
      violations.other(pointer, "No price for default currency defined");
    }
    var stored = Json.array();
    prices.values().forEach(stored::add);
    return stored;
  }

  private boolean complete(JsonNode entry, String pointer) {
    boolean complete = amounts(entry, pointer);
    String currencyId = Values.text(entry, "currencyId");
    if (!entry.has("currencyId")) {
      violations.missing(pointer + "/currencyId");
      return false;
    }
    if (currencyId == null || !Keys.valid(currencyId)) {
      violations.other(pointer + "/currencyId", "The string \"{{ string }}\" is not a valid uuid.");
      return false;
    }
    for (String optional : List.of("listPrice", "regulationPrice")) {
      if (entry.path(optional).isObject()) {
        complete &= amounts(entry.get(optional), pointer + "/" + optional);
      }
    }
    return complete;
  }

  private boolean amounts(JsonNode entry, String pointer) {
    boolean complete = true;
    for (String field : List.of("gross", "net")) {
      complete &= amount(entry, field, pointer + "/" + field);
    }
    if (!entry.has("linked")) {
      violations.missing(pointer + "/linked");
      return false;
    }
    if (!entry.get("linked").isBoolean() && !entry.get("linked").isNull()) {
      violations.type(pointer + "/linked", entry.get("linked"), "boolean");
      return false;
    }
    return complete;
  }

  private boolean amount(JsonNode entry, String field, String pointer) {
    JsonNode value = entry.get(field);
    if (value == null) {
      violations.missing(pointer);
    } else if (value.isNull()) {
      violations.blank(pointer);
    } else if (Numbers.read(value) == null) {
      violations.type(pointer, value, "numeric");
    } else {
      return true;
    }
    return false;
  }

  private static ObjectNode stored(JsonNode entry) {
    ObjectNode price = plain(entry, entry.path("currencyId").asString());
    JsonNode listPrice = entry.path("listPrice");
    if (listPrice.isObject()) {
      price.set("listPrice", plain(listPrice, entry.path("currencyId").asString()));
      price.set("percentage", percentage(entry, listPrice));
    }
    if (entry.path("regulationPrice").isObject()) {
      price.set(
          "regulationPrice",
          plain(entry.get("regulationPrice"), entry.path("currencyId").asString()));
    }
    return price;
  }

  private static ObjectNode plain(JsonNode entry, String currencyId) {
    ObjectNode price = Json.object();
    price.putArray("extensions");
    price.put("currencyId", currencyId);
    price.set("net", number(entry.get("net")));
    price.set("gross", number(entry.get("gross")));
    price.put("linked", entry.path("linked").asBoolean(false));
    price.putNull("listPrice").putNull("percentage").putNull("regulationPrice");
    return price.put("apiAlias", "price");
  }

  private static JsonNode number(JsonNode value) {
    BigDecimal amount = Numbers.read(value);
    return Values.number(amount == null ? BigDecimal.ZERO : amount);
  }

  // How much below the list price, in percent.
  private static ObjectNode percentage(JsonNode entry, JsonNode listPrice) {
    ObjectNode json = Json.object();
    for (String field : List.of("net", "gross")) {
      BigDecimal list = Values.decimal(number(listPrice.get(field)));
      BigDecimal price = Values.decimal(number(entry.get(field)));
      BigDecimal off =
          list.signum() <= 0
              ? BigDecimal.ZERO
              : HUNDRED.subtract(price.multiply(HUNDRED).divide(list, MathContext.DECIMAL64));
      json.set(field, Values.number(off.setScale(2, RoundingMode.HALF_UP)));
    }
    return json;
  }
}
