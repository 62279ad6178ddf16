package dev.kontor.twin.shopware.control;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.shop.Lookup;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A customer's address, and what the customer takes it for. */
final class AddressTruth {
  private static final List<String> AS_STORED =
      List.of(
          "id",
          "firstName",
          "lastName",
          "company",
          "street",
          "zipcode",
          "city",
          "additionalAddressLine1",
          "phoneNumber");

  private final Lookup lookup;

  AddressTruth(Lookup lookup) {
    this.lookup = lookup;
  }

  ObjectNode of(ObjectNode row, ObjectNode customer) {
    ObjectNode json = Json.object();
    AS_STORED.forEach(field -> json.set(field, Values.orNull(row.get(field))));
    json.put("country", lookup.text(row, "countryId", "country", "iso"));
    json.put("billing", row.path("id").equals(customer.path("defaultBillingAddressId")));
    json.put("shipping", row.path("id").equals(customer.path("defaultShippingAddressId")));
    return json;
  }
}
