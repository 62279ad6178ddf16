package dev.kontor.connector.shopware.order;

import static dev.kontor.connector.shopware.order.Text.text;

import dev.kontor.model.Address;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Order addresses, which are snapshots taken when the order was placed. */
final class Addresses {

  private Addresses() {}

  static @Nullable Address billTo(JsonNode order) {
    return of(order.path("billingAddress"), order);
  }

  /** Of the main delivery, else the billing address (a purely digital order). */
  static @Nullable Address shipTo(JsonNode order) {
    JsonNode delivery = OrderDeliveries.main(order);
    Address address = delivery == null ? null : of(delivery.path("shippingOrderAddress"), order);
    return address == null ? billTo(order) : address;
  }

  /** Null if the address is not there. */
  static @Nullable Address of(JsonNode address, JsonNode order) {
    if (!address.isObject()) {
      return null;
    }
    JsonNode full = listed(address, order);
    return new Address(
        text(address.path("company")),
        text(address.path("department")),
        text(full.path("salutation").path("salutationKey")),
        text(address.path("title")),
        text(address.path("firstName")),
        text(address.path("lastName")),
        text(address.path("street")),
        text(address.path("additionalAddressLine1")),
        text(address.path("additionalAddressLine2")),
        text(address.path("zipcode")),
        text(address.path("city")),
        state(either(address, full, "countryState")),
        country(either(address, full, "country")),
        text(address.path("phoneNumber")),
        Extra.of(address.path("customFields"), java.util.Map.of()));
  }

  /** The same address in the order's list, which may be loaded with more. */
  private static JsonNode listed(JsonNode address, JsonNode order) {
    for (JsonNode listed : order.path("addresses")) {
      if (listed.path("id").equals(address.path("id"))) {
        return listed;
      }
    }
    return address;
  }

  private static JsonNode either(JsonNode address, JsonNode full, String association) {
    return address.path(association).isObject()
        ? address.path(association)
        : full.path(association);
  }

  private static @Nullable String country(JsonNode country) {
    String iso = text(country.path("iso"));
    return iso == null ? null : iso.toUpperCase(Locale.ROOT);
  }

  /** {@code US-NY} is {@code NY}. */
  private static @Nullable String state(JsonNode state) {
    String code = text(state.path("shortCode"));
    if (code == null) {
      return text(state.path("name"));
    }
    int dash = code.indexOf('-');
    return dash == 2 ? code.substring(3) : code;
  }
}
