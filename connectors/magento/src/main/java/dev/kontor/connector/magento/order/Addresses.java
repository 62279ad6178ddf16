package dev.kontor.connector.magento.order;

import static dev.kontor.connector.magento.order.Text.text;

import dev.kontor.model.Address;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Order addresses, which are copies taken when the order was placed, and those of accounts. */
public final class Addresses {

  private Addresses() {}

  static Address billTo(ShopOrder order) {
    JsonNode address = order.json().path("billing_address");
    if (!address.isObject()) {
      throw Unreadable.field("billing_address", "is missing; read the whole order");
    }
    return of(address);
  }

  /** Where goods go to, else the billing address: a virtual order has no other. */
  static Address shipTo(ShopOrder order) {
    JsonNode address = order.shipping().path("address");
    return address.isObject() ? of(address) : billTo(order);
  }

  /** Of an order or an account. */
  public static Address of(JsonNode address) {
    List<String> street =
        address.path("street").valueStream().flatMap(s -> Stream.ofNullable(text(s))).toList();
    JsonNode named = address.path("region");
    String region = text((named.isObject() ? named : address).path("region_code"));
    return new Address(
        text(address.path("company")),
        null,
        text(address.path("prefix")),
        null,
        joined(" ", text(address.path("firstname")), text(address.path("middlename"))),
        joined(" ", text(address.path("lastname")), text(address.path("suffix"))),
        line(street, 0),
        line(street, 1),
        street.size() > 2 ? String.join(", ", street.subList(2, street.size())) : null,
        text(address.path("postcode")),
        text(address.path("city")),
        region == null ? text(named.isObject() ? named.path("region") : named) : region,
        country(address),
        text(address.path("telephone")),
        Map.of());
  }

  public static @Nullable String country(JsonNode address) {
    String country = text(address.path("country_id"));
    return country == null ? null : country.toUpperCase(Locale.ROOT);
  }

  /** Of what is there; null if nothing is. */
  static @Nullable String joined(String between, @Nullable String... parts) {
    String joined = Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(between));
    return joined.isEmpty() ? null : joined;
  }

  private static @Nullable String line(List<String> street, int index) {
    return index < street.size() ? street.get(index) : null;
  }
}
