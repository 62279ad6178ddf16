package dev.kontor.connector.magento;

import dev.kontor.spi.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * How accounts of the shop are written.
 *
 * @param used whether the connection's settings speak of them at all
 * @param groups name of a customer group by the ERP's
 * @param attributes code of a customer attribute by the term it takes
 */
public record CustomerSettings(
    boolean used, Map<String, String> groups, Map<String, String> attributes) {

  private static final Set<String> TERMS =
      Set.of("paymentTerms", "currency", "creditLimit", "balance", "overdue", "blocked");

  static CustomerSettings of(Settings settings) {
    JsonNode node = settings.node("customers");
    Map<String, String> attributes = named(node.path("attributes"));
    attributes.keySet().stream()
        .filter(term -> !TERMS.contains(term))
        .forEach(
            term -> {
              throw MagentoSettings.wrong(
                  settings,
                  "customers.attributes." + term,
                  "is no term; write one of " + new TreeSet<>(TERMS));
            });
    return new CustomerSettings(node.isObject(), named(node.path("groups")), attributes);
  }

  private static Map<String, String> named(JsonNode node) {
    Map<String, String> named = new LinkedHashMap<>();
    node.properties().forEach(entry -> named.put(entry.getKey(), entry.getValue().asString("")));
    return Map.copyOf(named);
  }
}
