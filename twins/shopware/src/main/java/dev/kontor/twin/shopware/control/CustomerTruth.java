package dev.kontor.twin.shopware.control;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.shop.Lookup;
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
  private final Tables tables;
  private final Lookup lookup;
  private final Names names;
  private final AddressTruth addresses;

  CustomerTruth(Shop shop) {
    this.tables = shop.tables();
    this.lookup = shop.lookup();
    this.names = new Names(tables);
    this.addresses = new AddressTruth(lookup);
  }

  ArrayNode list() {
    ArrayNode list = Json.array();
    tables.all("customer").forEach(c -> list.add(customer(c)));
    return list;
  }

  ObjectNode customer(ObjectNode row) {
    ObjectNode json = Json.object();
    AS_STORED.forEach(field -> json.set(field, Values.orNull(row.get(field))));
    json.put("group", lookup.text(row, "groupId", "customer_group", "name"));
    json.put("hasPassword", row.hasNonNull("password"));
    json.set("tags", names.of("tag", row.path("tagIds")));
    ArrayNode own = json.putArray("addresses");
    tables
        .where("customer_address", "customerId", Values.required(row, "id"))
        .forEach(address -> own.add(addresses.of(address, row)));
    return json;
  }
}
