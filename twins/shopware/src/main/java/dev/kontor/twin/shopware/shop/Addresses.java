package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Values;
import java.util.List;
import java.util.stream.Stream;
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
  private static final List<String> NEEDED =
      List.of("firstName", "lastName", "street", "zipcode", "city");
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

  /** The same as a customer's own address: without what only orders keep. */
  ObjectNode own(ObjectNode address) {
    ObjectNode own = address.deepCopy();
    own.remove(List.of("vatId", "orderId"));
    return own;
  }

  /** Fields of an address that a customer changes. */
  ObjectNode changes(JsonNode request) {
    ObjectNode fields = Json.object();
    Stream.of(NEEDED, OPTIONAL, List.of("customFields"))
        .flatMap(List::stream)
        .filter(f -> request.has(f) && !f.equals("vatId"))
        .forEach(f -> fields.set(f, Values.orNull(request.get(f))));
    if (request.has("country")) {
      fields.put("countryId", lookup.id("country", "iso", request.path("country").asString()));
    }
    return fields;
  }

  /** A customer's saved address as an order keeps it. */
  ObjectNode saved(ObjectNode address) {
    ObjectNode row = address.deepCopy();
    row.remove(List.of("id", "customerId", "createdAt", "updatedAt", "customFields"));
    return row;
  }

  private static String text(JsonNode address, JsonNode customer, String field, String otherwise) {
    return address.path(field).asString(customer.path(field).asString(otherwise));
  }
}
