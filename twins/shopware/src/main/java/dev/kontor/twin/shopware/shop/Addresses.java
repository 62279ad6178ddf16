package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Values;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the addresses of a place-order request; missing parts come from a made-up household. */
final class Addresses {
  private static final List<String> OPTIONAL =
      List.of(
          "company",
          "department",
          "title",
          "phoneNumber",
          "additionalAddressLine1",
          "additionalAddressLine2",
          "vatId");
  private final Lookup lookup;

  Addresses(Lookup lookup) {
    this.lookup = lookup;
  }

  /** Fields of an order_address without ids. */
  ObjectNode of(JsonNode address, JsonNode customer) {
    ObjectNode row = Json.object();
    row.put("countryId", lookup.id("country", "iso", address.path("country").asString("DE")));
    row.put(
        "salutationId",
        lookup.id("salutation", "salutationKey", customer.path("salutation").asString("mr")));
    row.put("firstName", text(address, customer, "firstName", "Jörg"));
    row.put("lastName", text(address, customer, "lastName", "Müller"));
    row.put("street", address.path("street").asString("Königstraße 5"));
    row.put("zipcode", address.path("zipcode").asString("80331"));
    row.put("city", address.path("city").asString("München"));
    OPTIONAL.forEach(field -> row.set(field, Values.orNull(address.get(field))));
    if (!address.has("company")) {
      row.set("company", Values.orNull(customer.get("company")));
    }
    return row;
  }

  private static String text(JsonNode address, JsonNode customer, String field, String otherwise) {
    return address.path(field).asString(customer.path(field).asString(otherwise));
  }
}
