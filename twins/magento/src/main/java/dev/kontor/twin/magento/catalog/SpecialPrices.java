package dev.kontor.twin.magento.catalog;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Special prices in bulk (Magento_Catalog, Model/Product/Price/SpecialPriceStorage): what does not
 * hold is listed, the rest is stored. Prices are global here, so a row must name store 0; a time
 * has seconds and no zone.
 */
final class SpecialPrices {
  private static final Set<String> UNPRICED = Set.of("configurable", "grouped");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
  private static final int DECIMALS = 6;
  private static final long LAST_STORE = 2;
  private static final List<String> COLUMNS =
      List.of("special_price", "special_from_date", "special_to_date");
  private static final String ROW =
      " Row ID: SKU = %SKU, Store ID: %storeId, Price From: %priceFrom, Price To: %priceTo.";

  private final Tables tables;

  SpecialPrices(Tables tables) {
    this.tables = tables;
  }

  JsonNode store(JsonNode prices) {
    PriceFailures failures = new PriceFailures();
    for (JsonNode price : prices) {
      valid(price, failures).ifPresent(p -> put(p, price));
    }
    return failures.rows();
  }

  private void put(ObjectNode product, JsonNode price) {
    ObjectNode custom = product.withObjectProperty("_custom");
    BigDecimal amount = Row.amount(price, "price").setScale(DECIMALS, RoundingMode.HALF_UP);
    custom.put("special_price", amount.toPlainString());
    time(custom, "special_from_date", Row.text(price, "price_from"));
    time(custom, "special_to_date", Row.text(price, "price_to"));
  }

  private static void time(ObjectNode custom, String column, String time) {
    if (time.isEmpty()) {
      custom.remove(column);
    } else {
      custom.put(column, time);
    }
  }

  JsonNode delete(JsonNode prices) {
    PriceFailures failures = new PriceFailures();
    for (JsonNode price : prices) {
      valid(price, failures).ifPresent(p -> p.withObjectProperty("_custom").remove(COLUMNS));
    }
    return failures.rows();
  }

  JsonNode information(JsonNode skus) {
    ArrayNode found = Json.array();
    for (JsonNode sku : skus) {
      product(sku.asString(""))
          .filter(p -> p.path("_custom").has("special_price"))
          .ifPresent(p -> found.add(shown(p)));
    }
    return found;
  }

  private static ObjectNode shown(ObjectNode product) {
    JsonNode custom = product.path("_custom");
    ObjectNode shown = Json.object();
    Row.put(shown, "price", new BigDecimal(Row.text(custom, "special_price")));
    return shown
        .put("store_id", 0)
        .put("sku", Row.text(product, "sku"))
        .put("price_from", Row.textOrNull(custom, "special_from_date"))
        .put("price_to", Row.textOrNull(custom, "special_to_date"));
  }

  private Optional<ObjectNode> product(String sku) {
    return tables
        .products()
        .named("sku", sku.strip())
        .filter(p -> !UNPRICED.contains(Row.text(p, "type_id")))
        .filter(p -> !p.path("_bundle").path("dynamic").asBoolean(false));
  }

  private Optional<ObjectNode> valid(JsonNode price, PriceFailures failures) {
    int before = failures.rows().size();
    Optional<ObjectNode> product = product(Row.text(price, "sku"));
    if (product.isEmpty()) {
      fail(
          failures,
          "The product that was requested doesn't exist. Verify the product and try again.",
          price);
    }
    long store = Row.number(price, "store_id");
    if (store != 0) {
      fail(failures, "Could not change non global Price when price scope is global.", price);
    }
    if (store < 0 || store > LAST_STORE) {
      fail(failures, "Requested store is not found.", price);
    }
    if (!price.path("price").isNumber() || Row.amount(price, "price").signum() < 0) {
      fail(failures, "Invalid attribute Price = %price.", price, price.path("price"));
    }
    date(price, "price_from", "Price From", failures);
    date(price, "price_to", "Price To", failures);
    return failures.rows().size() == before ? product : Optional.empty();
  }

  // The shop names the end in this message whichever time it is about.
  private static void date(JsonNode price, String field, String label, PriceFailures failures) {
    String time = Row.text(price, field);
    if (!time.isEmpty() && !isTime(time)) {
      fail(failures, "Invalid attribute %label = %priceTo.", price, StringNode.valueOf(label));
    }
  }

  private static boolean isTime(String text) {
    try {
      return LocalDateTime.parse(text, TIME).format(TIME).equals(text);
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /**
   * @param first the placeholders before those of the row
   */
  private static void fail(
      PriceFailures failures, String message, JsonNode price, JsonNode... first) {
    ArrayNode parameters = Json.array().addAll(List.of(first));
    for (String field : List.of("sku", "store_id", "price_from", "price_to")) {
      parameters.add(Row.textOrNull(price, field));
    }
    failures.add(message + ROW, parameters);
  }
}
