package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.Address;
import dev.kontor.model.Order;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where an order goes: to the customer's own address, or to one of the order alone. */
final class DeliveryAddress {

  static final String PREFIX = "DeliveryAddress";
  static final String SPECIFIC = "IsDeliveryAddressOrderSpecific";

  /** Fields of a customer by those of an order. */
  private static final Map<String, String> OWN =
      Map.of(
          "DeliveryAddressStreet", "AddressStreet",
          "DeliveryAddressZipCode", "AddressZipCode",
          "DeliveryAddressCity", "AddressCity",
          "DeliveryAddressCountryRegionId", "AddressCountryRegionId");

  private DeliveryAddress() {}

  /**
   * Leaves the address out that the customer has anyway, so that its address book does not grow
   * with every order.
   */
  static void settle(ObjectNode header, JsonNode customer) {
    if (isOwn(header, customer)) {
      header.remove(header.propertyNames().stream().filter(n -> n.startsWith(PREFIX)).toList());
    } else {
      header.put(SPECIFIC, Row.YES);
    }
  }

  private static boolean isOwn(JsonNode header, JsonNode customer) {
    String name = Row.text(header, "DeliveryAddressName");
    String person =
        Row.text(customer, "PersonFirstName") + " " + Row.text(customer, "PersonLastName");
    boolean named =
        Stream.of(Row.text(customer, "OrganizationName"), person).anyMatch(own -> same(own, name));
    return named
        && OWN.entrySet().stream()
            .allMatch(f -> same(Row.text(header, f.getKey()), Row.text(customer, f.getValue())));
  }

  private static boolean same(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /** A sales order goes to one place; which line goes to another is not told by every shop. */
  static void refuseSeveral(Order order) {
    List<Address> places =
        order.deliveries().stream()
            .map(delivery -> delivery.address())
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (places.size() > 1) {
      throw new FaultException(
          new Fault.Invalid(
              "deliveries",
              "go to "
                  + places.size()
                  + " addresses, but the hub enters sales orders for one; enter this one by hand",
              null));
    }
  }
}
