package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.Errors;
import dev.kontor.twin.shopware.data.Keys;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What customers do to their own account in the storefront (requests: package control). */
public final class Accounts {
  private static final List<String> PROFILE =
      List.of("firstName", "lastName", "title", "company", "vatIds", "email", "customFields");

  private final Tables tables;
  private final Keys keys;
  private final Lookup lookup;
  private final Customers customers;
  private final Addresses addresses;

  Accounts(Tables tables, Keys keys, Lookup lookup, Customers customers) {
    this.tables = tables;
    this.keys = keys;
    this.lookup = lookup;
    this.customers = customers;
    this.addresses = new Addresses(lookup);
  }

  /** A new registered customer; throws ApiError 400 when the e-mail address is taken. */
  public ObjectNode register(JsonNode request) {
    String email = request.path("email").asString("");
    if (taken(email)) {
      throw emailTaken(email);
    }
    ObjectNode person = ((ObjectNode) request).deepCopy().put("guest", false);
    ObjectNode address = addresses.of(request.path("billing"), person);
    String payment = lookup.id("payment_method", "technicalName", "payment_invoicepayment");
    ObjectNode customer = customers.create(person, email, address, payment);
    String id = Values.required(customer, "id");
    if (request.path("bound").asBoolean(false)) {
      tables.updateSilently(
          "customer",
          id,
          Json.object().put("boundSalesChannelId", Values.required(lookup.salesChannel(), "id")));
    }
    return tables.get("customer", id);
  }

  // Guests do not count, nor do accounts bound to another sales channel (CustomerEmailUnique).
  private boolean taken(String email) {
    String channelId = Values.required(lookup.salesChannel(), "id");
    return tables.where("customer", "email", email).stream()
        .filter(c -> !c.path("guest").asBoolean(false))
        .map(c -> c.path("boundSalesChannelId").asString(channelId))
        .anyMatch(channelId::equals);
  }

  private static ApiError emailTaken(String email) {
    ObjectNode error =
        Json.object()
            .put("code", "VIOLATION::CUSTOMER_EMAIL_NOT_UNIQUE")
            .put("status", "400")
            .put("detail", "The email address \"" + email + "\" is already in use.")
            .put("template", "The email address {{ email }} is already in use.");
    error.putObject("meta").putObject("parameters").put("{{ email }}", "\"" + email + "\"");
    error.putObject("source").put("pointer", "/email");
    return new ApiError(400, List.of(error));
  }

  /**
   * Changes the customer's own data: firstName, lastName, title, company, vatIds, email,
   * customFields.
   */
  public ObjectNode profile(String id, JsonNode request) {
    customer(id);
    ObjectNode fields = Json.object();
    PROFILE.stream()
        .filter(request::has)
        .forEach(f -> fields.set(f, Values.orNull(request.get(f))));
    tables.update("customer", id, fields);
    return customer(id);
  }

  /**
   * Changes an address, the default billing address unless {@code addressId} names another; {@code
   * add: true} makes a new one, {@code default: billing|shipping} makes it the default.
   */
  public ObjectNode address(String id, JsonNode request) {
    ObjectNode customer = customer(id);
    String addressId =
        request.path("addressId").asString(Values.required(customer, "defaultBillingAddressId"));
    if (request.path("add").asBoolean(false)) {
      addressId = keys.id();
      tables.insert(
          "customer_address",
          addresses
              .own(addresses.of(request, customer))
              .put("id", addressId)
              .put("customerId", id));
    } else {
      tables.update("customer_address", addressId, addresses.changes(request));
    }
    switch (request.path("default").asString("")) {
      case "billing" ->
          tables.update("customer", id, Json.object().put("defaultBillingAddressId", addressId));
      case "shipping" ->
          tables.update("customer", id, Json.object().put("defaultShippingAddressId", addressId));
      default -> {}
    }
    return customer(id);
  }

  private ObjectNode customer(String id) {
    return tables.find("customer", id).orElseThrow(() -> Errors.notFound("customer", id));
  }
}
