package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Signs customers in: a registered one is found by e-mail, a guest gets a new row per order. */
final class Customers {
  private static final String STANDARD_GROUP = "Standard-Kundengruppe";
  private final Tables tables;
  private final Keys keys;
  private final InstantSource clock;
  private final Lookup lookup;
  private final NumberRanges numbers;
  private final CustomerEvents events;

  Customers(
      Tables tables,
      Keys keys,
      InstantSource clock,
      Lookup lookup,
      NumberRanges numbers,
      CustomerEvents events) {
    this.events = events;
    this.clock = clock;
    this.tables = tables;
    this.keys = keys;
    this.lookup = lookup;
    this.numbers = numbers;
  }

  /**
   * The customer a request names: by id or customerNumber, or a registered one by e-mail; a guest
   * is nobody yet.
   */
  Optional<ObjectNode> known(JsonNode person) {
    for (String key : List.of("id", "customerNumber")) {
      if (person.has(key)) {
        return Optional.of(lookup.by("customer", key, person.path(key).asString()));
      }
    }
    return person.path("guest").asBoolean(true) ? Optional.empty() : registered(email(person));
  }

  /** A customer made by an order: a guest's, or a registration on the way. */
  ObjectNode create(JsonNode person, ObjectNode address, String paymentMethodId) {
    return create(person, email(person), address, paymentMethodId);
  }

  private static String email(JsonNode person) {
    return person.path("email").asString("kunde@kunde.example");
  }

  private Optional<ObjectNode> registered(String email) {
    return tables.where("customer", "email", email).stream()
        .filter(c -> !c.path("guest").asBoolean(false))
        .findFirst();
  }

  private String groupId(JsonNode person) {
    String group = person.path("group").asString("standard");
    return lookup.id(
        "customer_group",
        "name",
        switch (group) {
          case "standard" -> STANDARD_GROUP;
          case "b2b" -> "B2B";
          default -> group;
        });
  }

  ObjectNode create(JsonNode person, String email, ObjectNode address, String paymentMethodId) {
    boolean guest = person.path("guest").asBoolean(true);
    ObjectNode channel = lookup.salesChannel();
    String id = keys.id();
    String addressId = keys.id();
    ObjectNode customer = Json.object().put("id", id);
    customer
        .put("groupId", groupId(person))
        .put("defaultPaymentMethodId", paymentMethodId)
        .put("lastPaymentMethodId", paymentMethodId)
        .put("salesChannelId", Values.required(channel, "id"))
        .put("languageId", Values.required(channel, "languageId"))
        .put("defaultBillingAddressId", addressId)
        .put("defaultShippingAddressId", addressId)
        .put("customerNumber", numbers.reserve("customer"))
        .put("email", email)
        .put("active", true)
        .put("doubleOptInRegistration", false)
        .put("guest", guest)
        .put("firstLogin", Values.time(clock.instant()))
        .put("lastLogin", guest ? null : Values.time(clock.instant()))
        .put("accountType", person.path("company").isString() ? "business" : "private")
        .put("orderCount", 0)
        .put("orderTotalAmount", 0)
        .put("reviewCount", 0)
        .put("autoIncrement", tables.all("customer").size() + 1)
        .put("remoteAddress", "127.0.0.0");
    copyPerson(person, address, customer);
    tables.insert("customer", customer);
    ObjectNode own = address.deepCopy().put("id", addressId).put("customerId", id);
    own.remove(List.of("vatId", "orderId"));
    tables.insert("customer_address", own);
    if (!guest) {
      events.registered(id);
    }
    return tables.get("customer", id);
  }

  private void copyPerson(JsonNode person, ObjectNode address, ObjectNode customer) {
    for (String field : List.of("firstName", "lastName", "salutationId")) {
      customer.set(field, Values.orNull(address.get(field)));
    }
    customer.set("company", Values.orNull(person.get("company")));
    customer.set("vatIds", Values.orNull(person.get("vatIds")));
    customer.set("customFields", Values.orNull(person.get("customFields")));
  }
}
