package dev.kontor.twin.magento.catalog;

import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Table;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a merchant's own attributes demand of a product when it is saved, in the shop's words
 * (Magento_Eav, Attribute/Backend/AbstractBackend); and locks of the database that others hold
 * (magento/contract.md §3).
 */
public final class Rules {

  private final Table products;
  private final Map<String, Rule> rules = new LinkedHashMap<>();
  private final Map<String, Map<String, Long>> owners = new HashMap<>();
  private final Map<String, Integer> locks = new HashMap<>();
  private long seen;

  public Rules(Table products) {
    this.products = products;
  }

  public void add(String code, String label, boolean required, boolean unique) {
    rules.put(code, new Rule(label, required, unique));
    seen = 0;
  }

  /** So often saving this product meets a lock. */
  public void lock(String sku, int times) {
    locks.put(sku, times);
  }

  void check(String sku, JsonNode sent, Optional<ObjectNode> known) {
    if (locks.merge(sku, -1, Integer::sum) >= 0) {
      throw ApiError.of(400, "Database deadlock found when trying to get lock");
    }
    locks.remove(sku);
    rules.forEach((code, rule) -> check(code, rule, sent, known));
  }

  private void check(String code, Rule rule, JsonNode sent, Optional<ObjectNode> known) {
    String value = value(sent, code);
    boolean has = known.filter(row -> !Row.text(row.path("_custom"), code).isEmpty()).isPresent();
    if (rule.required() && value.isEmpty() && !has) {
      throw ApiError.listed(
          400,
          "The \"%1\" attribute value is empty. Set the attribute and try again.",
          rule.label());
    }
    if (rule.unique() && !value.isEmpty() && isTaken(code, value, known)) {
      throw ApiError.listed(
          400,
          "The value of the \"%1\" attribute isn't unique. Set a unique value and try again.",
          rule.label());
    }
  }

  private boolean isTaken(String code, String value, Optional<ObjectNode> known) {
    catchUp();
    Long owner = owners.getOrDefault(code, Map.of()).get(value);
    return owner != null
        && products
            .find(owner)
            .filter(row -> Row.text(row.path("_custom"), code).equals(value))
            .filter(row -> known.isEmpty() || Row.number(known.get(), "id") != owner)
            .isPresent();
  }

  private static String value(JsonNode sent, String code) {
    return sent.path("custom_attributes")
        .valueStream()
        .filter(a -> Row.text(a, "attribute_code").equals(code))
        .map(a -> Row.text(a, "value"))
        .findFirst()
        .orElse("");
  }

  /** Notes the values a product has now. */
  void saved(ObjectNode row) {
    catchUp();
    note(row);
  }

  private void catchUp() {
    for (ObjectNode row : products.after(seen)) {
      note(row);
      seen = Row.number(row, "id");
    }
  }

  private void note(ObjectNode row) {
    for (String code : rules.keySet()) {
      String value = Row.text(row.path("_custom"), code);
      if (!value.isEmpty()) {
        owners.computeIfAbsent(code, c -> new HashMap<>()).put(value, Row.number(row, "id"));
      }
    }
  }
}
