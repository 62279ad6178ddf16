package dev.kontor.twin.magento.customer;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.b2b.Members;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Registers and changes customers; an e-mail is unique within the website. */
final class CustomerSave {
  private static final List<String> NAMES = List.of("firstname", "lastname");
  private static final List<String> KEPT =
      List.of("id", "addresses", "created_at", "extension_attributes", "custom_attributes");

  private final Tables tables;
  private final Members members;
  private final CustomerAttributes attributes;

  CustomerSave(Tables tables, Members members, CustomerAttributes attributes) {
    this.tables = tables;
    this.members = members;
    this.attributes = attributes;
    tables.customers().all().forEach(c -> c.path("addresses").forEach(this::seen));
  }

  private void seen(JsonNode address) {
    tables.seen("customer_address", Row.number(address, "id"));
  }

  ObjectNode create(JsonNode sent) {
    if (Row.text(sent, "email").isBlank()) {
      throw ApiError.of(400, "The customer email is missing. Enter and try again.");
    }
    for (String name : NAMES) {
      if (Row.text(sent, name).isBlank()) {
        String label = name.equals("firstname") ? "First Name" : "Last Name";
        throw ApiError.of(400, "\"" + label + "\" is a required value.");
      }
    }
    unique(Row.text(sent, "email"), 0);
    ObjectNode row =
        Json.object()
            .put("group_id", 1)
            .put("created_at", tables.now())
            .put("created_in", "Default Store View")
            .put("store_id", 1)
            .put("website_id", 1)
            .put("disable_auto_group_change", 0);
    row.putObject("extension_attributes").put("is_subscribed", false);
    tables.customers().insert(row);
    members.registered(row);
    lay(sent, row);
    ObjectNode answer = row.deepCopy();
    answer.path("addresses").forEach(a -> ((ObjectNode) a).remove("region_id"));
    return answer;
  }

  ObjectNode update(ObjectNode row, JsonNode sent) {
    if (sent.has("email")) {
      unique(Row.text(sent, "email"), Row.number(row, "id"));
    }
    lay(sent, row);
    return row.deepCopy();
  }

  private void unique(String email, long own) {
    boolean taken =
        tables
            .customers()
            .named("email", email)
            .filter(c -> Row.number(c, "id") != own)
            .isPresent();
    if (taken) {
      throw ApiError.of(
          400, "A customer with the same email address already exists in an associated website.");
    }
  }

  private void lay(JsonNode sent, ObjectNode row) {
    for (var field : sent.properties()) {
      if (!KEPT.contains(field.getKey())) {
        row.set(field.getKey(), field.getValue());
      }
    }
    attributes.lay(sent, row);
    members.assign(row, sent.path("extension_attributes").path("company_attributes"));
    row.put("updated_at", tables.now());
    if (sent.has("addresses") || !row.has("addresses")) {
      addresses(sent.path("addresses"), row);
    }
  }

  // Addresses that are not sent are gone.
  private void addresses(JsonNode sent, ObjectNode row) {
    ArrayNode list = row.putArray("addresses");
    for (JsonNode given : sent) {
      ObjectNode address = ((ObjectNode) given).deepCopy();
      if (!address.has("id")) {
        address.put("id", tables.next("customer_address"));
      }
      address.put("customer_id", Row.number(row, "id"));
      region(address);
      for (String kind : List.of("default_billing", "default_shipping")) {
        if (address.path(kind).asBoolean(false)) {
          row.put(kind, String.valueOf(Row.number(address, "id")));
        } else {
          address.remove(kind);
        }
      }
      list.add(address);
    }
  }

  private static void region(ObjectNode address) {
    if (!address.has("region")) {
      address.putObject("region").putNull("region_code").putNull("region").put("region_id", 0);
    }
    if (!address.has("region_id")) {
      address.put("region_id", Row.number(address.path("region"), "region_id"));
    }
  }
}
