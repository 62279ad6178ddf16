package dev.kontor.connector.shopware.order;

import static dev.kontor.connector.shopware.order.Text.text;

import dev.kontor.model.Address;
import dev.kontor.model.Customer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who bought, as the order remembers it. */
final class OrderCustomers {

  private OrderCustomers() {}

  static Customer of(JsonNode order) {
    JsonNode buyer = order.path("orderCustomer");
    if (!buyer.isObject()) {
      throw Unreadable.field("orderCustomer", "is missing; read the order with its customer");
    }
    JsonNode account = buyer.path("customer");
    Address billTo = Addresses.billTo(order);
    Address shipTo = Addresses.shipTo(order);
    List<String> vatIds = Business.vatIds(order);
    String company = text(buyer.path("company"));
    return new Customer(
        text(buyer.path("customerId")),
        text(buyer.path("customerNumber")),
        Business.kind(company, vatIds, account),
        account.path("guest").asBoolean(false),
        company,
        text(buyer.path("salutation").path("salutationKey")),
        text(buyer.path("title")),
        text(buyer.path("firstName")),
        text(buyer.path("lastName")),
        text(buyer.path("email")),
        billTo == null ? null : billTo.phone(),
        vatIds,
        text(account.path("group").path("name")),
        language(order),
        shipTo == null ? null : shipTo.country(),
        billTo,
        null,
        Extra.of(account.path("customFields"), Map.of()));
  }

  /** Locale code of the order's language such as {@code de-DE}; null if it was not loaded. */
  static @Nullable String language(JsonNode order) {
    return text(order.path("language").path("locale").path("code"));
  }
}
