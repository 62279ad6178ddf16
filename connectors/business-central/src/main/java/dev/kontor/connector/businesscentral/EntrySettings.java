package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ShopTable;
import dev.kontor.model.Order;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the settings say of payment terms, shipment methods and dimensions. */
record EntrySettings(JsonNode json) {

  static final String PAYMENT_METHOD = "paymentMethod";
  static final String SHIPPING_METHOD = "shippingMethod";
  private static final String DIMENSIONS = "dimensions";

  /**
   * A code that a setting names.
   *
   * @param key as {@link CodeLists#of} knows it
   */
  record Named(String setting, String set, String key) {}

  ShopTable payment() {
    return new ShopTable("paymentMethods", json.path("paymentMethods"));
  }

  ShopTable shipping() {
    return new ShopTable("shippingMethods", json.path("shippingMethods"));
  }

  /** Values of an order by dimension. */
  Map<String, String> dimensions(Order order) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> dimension : json.path(DIMENSIONS).properties()) {
      JsonNode rule = dimension.getValue();
      String by = Json.text(rule, "by", "");
      String name = DIMENSIONS + "." + dimension.getKey() + ".values";
      JsonNode value =
          rule.isObject()
              ? new ShopTable(name, rule.path("values")).entry(by, of(order, by))
              : rule;
      if (!value.asString("").isBlank()) {
        values.put(dimension.getKey(), value.asString());
      }
    }
    return values;
  }

  private static @Nullable String of(Order order, String by) {
    return switch (by) {
      case "channel" -> order.channel();
      case "country" -> order.shipTo().country();
      case "currency" -> order.currency();
      case PAYMENT_METHOD -> order.paymentMethod();
      case SHIPPING_METHOD -> order.shippingMethod();
      default -> throw new IllegalStateException("the schema lets no other pass: " + by);
    };
  }

  /** Tables of Business Central whose codes are named. */
  TreeSet<String> sets() {
    TreeSet<String> sets = new TreeSet<>();
    named().forEach(named -> sets.add(named.set()));
    return sets;
  }

  /** Every code that is named. */
  List<Named> named() {
    List<Named> named = new ArrayList<>();
    codes(named, payment(), "terms", CodeLists.TERMS);
    codes(named, payment(), "method", CodeLists.PAYMENT_METHODS);
    codes(named, shipping(), "method", CodeLists.SHIPMENT_METHODS);
    for (Map.Entry<String, JsonNode> dimension : json.path(DIMENSIONS).properties()) {
      String setting = DIMENSIONS + "." + dimension.getKey();
      JsonNode rule = dimension.getValue();
      Iterable<JsonNode> values = rule.isObject() ? rule.path("values") : List.of(rule);
      for (JsonNode value : values) {
        if (!value.asString("").isBlank()) {
          String key = CodeLists.value(dimension.getKey(), value.asString());
          named.add(new Named(setting, CodeLists.DIMENSIONS, key));
        }
      }
    }
    return named;
  }

  /** Whether something is named that only the companion app can write. */
  boolean needsApp() {
    return payment().entries().valueStream().anyMatch(entry -> entry.has("method"))
        || shipping()
            .entries()
            .valueStream()
            .anyMatch(entry -> entry.has("agent") || entry.has("service"));
  }

  private static void codes(List<Named> named, ShopTable table, String field, String set) {
    for (Map.Entry<String, JsonNode> entry : table.entries().properties()) {
      String code = Json.text(entry.getValue(), field);
      if (code != null) {
        named.add(new Named(table.setting() + "." + entry.getKey() + "." + field, set, code));
      }
    }
  }
}
