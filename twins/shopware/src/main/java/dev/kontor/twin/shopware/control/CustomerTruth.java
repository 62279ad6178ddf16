package dev.kontor.twin.shopware.control;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.shop.Shop;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every customer with addresses. */
final class CustomerTruth {
  private static final List<String> AS_STORED =
      List.of(
          "id",
          "customerNumber",
          "email",
          "firstName",
          "lastName",
          "company",
          "vatIds",
          "accountType",
          "active",
          "guest",
          "boundSalesChannelId",
          "customFields",
          "updatedAt");
  private static final List<String> ADDRESS =
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

  private final Tables tables;

  CustomerTruth(Shop shop) {
    this.tables = shop.tables();
  }

  ArrayNode list() {
    ArrayNode list = Json.array();
    tables.all("customer").forEach(c -> list.add(customer(c)));
    return list;
  }

  ObjectNode customer(ObjectNode row) {
    ObjectNode json = Json.object();
    AS_STORED.forEach(field -> json.set(field, Values.orNull(row.get(field))));
    json.put("group", name("customer_group", row, "groupId", "name"));
    json.put("hasPassword", row.hasNonNull("password"));
    ArrayNode tags = json.putArray("tags");
    row.path("tagIds")
        .forEach(
            id ->
                tables.find("tag", id.asString()).ifPresent(t -> tags.add(Values.text(t, "name"))));
    ArrayNode addresses = json.putArray("addresses");
    for (ObjectNode own :
        tables.where("customer_address", "customerId", Values.required(row, "id"))) {
      addresses.add(address(row, own));
    }
    return json;
  }

  private ObjectNode address(ObjectNode customer, ObjectNode row) {
    ObjectNode json = Json.object();
    ADDRESS.forEach(field -> json.set(field, Values.orNull(row.get(field))));
    json.put("country", name("country", row, "countryId", "iso"));
    json.put("billing", row.path("id").equals(customer.path("defaultBillingAddressId")));
    json.put("shipping", row.path("id").equals(customer.path("defaultShippingAddressId")));
    return json;
  }

  private @org.jspecify.annotations.Nullable String name(
      String entity, ObjectNode row, String key, String field) {
    String id = Values.text(row, key);
    return id == null ? null : tables.find(entity, id).map(r -> Values.text(r, field)).orElse(null);
  }
}
