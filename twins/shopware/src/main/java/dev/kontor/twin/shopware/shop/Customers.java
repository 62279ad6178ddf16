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
  private final OrderEvents events;

  Customers(
      Tables tables,
      Keys keys,
      InstantSource clock,
      Lookup lookup,
      NumberRanges numbers,
      OrderEvents events) {
    this.events = events;
    this.clock = clock;
    this.tables = tables;
    this.keys = keys;
    this.lookup = lookup;
    this.numbers = numbers;
  }

  /** The customer row of a place-order request. */
  ObjectNode of(JsonNode request, ObjectNode address, String paymentMethodId) {
    JsonNode person = request.path("customer");
    boolean guest = person.path("guest").asBoolean(true);
    String email = person.path("email").asString("kunde@kunde.example");
    return (guest ? Optional.<ObjectNode>empty() : registered(email))
        .orElseGet(() -> create(person, email, guest, address, paymentMethodId));
  }

  private Optional<ObjectNode> registered(String email) {
    return tables.all("customer").stream()
        .filter(c -> email.equals(Values.text(c, "email")) && !c.path("guest").asBoolean(false))
        .findFirst();
  }

  private ObjectNode create(
      JsonNode person, String email, boolean guest, ObjectNode address, String paymentMethodId) {
    ObjectNode channel = lookup.salesChannel();
    String id = keys.id();
    String addressId = keys.id();
    String group = person.path("group").asString("standard").equals("b2b") ? "B2B" : STANDARD_GROUP;
    ObjectNode customer = Json.object().put("id", id);
    customer
        .put("groupId", lookup.id("customer_group", "name", group))
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
  }

  boolean standardGroup(ObjectNode customer) {
    return STANDARD_GROUP.equals(Values.text(group(customer), "name"));
  }

  ObjectNode group(ObjectNode customer) {
    return tables.get("customer_group", Values.required(customer, "groupId"));
  }
}
