package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.api.Row;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What Finance & Operations charges: a sales tax group of the order and one of the item have the
 * tax codes that both hold, whose rates no public entity shows together. So they are a setting.
 *
 * @param json sales tax group → item sales tax group → percent
 */
public record TaxTable(JsonNode json) {

  public Optional<BigDecimal> rate(String group, String itemGroup) {
    return entry(entry(json, group), itemGroup).isMissingNode()
        ? Optional.empty()
        : Optional.of(new BigDecimal(entry(entry(json, group), itemGroup).asString()));
  }

  boolean knows(String group) {
    return !entry(json, group).isMissingNode();
  }

  /** Whether any sales tax group has a rate for an item's. */
  boolean rates(String itemGroup) {
    return json.valueStream().anyMatch(group -> !entry(group, itemGroup).isMissingNode());
  }

  /** Codes are the same in capitals and small letters. */
  private static JsonNode entry(JsonNode table, String code) {
    return table.properties().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(code))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElseGet(() -> table.path(""));
  }

  /** What a released product is taxed as; blank if it is not set up. */
  public static String itemGroup(JsonNode product) {
    return Row.text(product, "SalesSalesTaxItemGroupCode");
  }
}
