package dev.kontor.connector.shopware.order;

import static dev.kontor.connector.shopware.order.Text.text;

import dev.kontor.model.Address;
import dev.kontor.model.Customer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A customer's own account, read so that it is the same debtor as the buyer of the customer's
 * orders.
 */
final class Account {

  private Account() {}

  static Customer.Kind kind(JsonNode account) {
    return Business.kind(text(account.path("company")), vatIds(account), account);
  }

  static List<String> vatIds(JsonNode account) {
    return Business.texts(account.path("vatIds").valueStream());
  }

  static @Nullable Address address(JsonNode account) {
    return Addresses.of(account.path("defaultBillingAddress"), account);
  }

  /** Of where goods go to. */
  static @Nullable String taxCountry(JsonNode account) {
    Address shipTo = Addresses.of(account.path("defaultShippingAddress"), account);
    return shipTo == null ? null : shipTo.country();
  }

  static Map<String, Map<String, JsonNode>> extra(JsonNode account) {
    return Extra.of(account.path("customFields"), Map.of());
  }
}
