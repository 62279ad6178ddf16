package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.schema.Entity;
import dev.kontor.twin.shopware.search.Criteria;
import dev.kontor.twin.shopware.search.CriteriaReader;
import dev.kontor.twin.shopware.search.Reading;
import dev.kontor.twin.shopware.search.View;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Announces business events that carry the whole order or customer (webhooks fixtures). */
final class OrderEvents {
  private static final String REGISTERED =
      """
      {"associations":{"group":{},"salutation":{},"addresses":{"associations":{"country":{}}},
      "defaultBillingAddress":{},"defaultShippingAddress":{},"tags":{}}}
      """;
  private static final String ASSOCIATIONS =
      """
      {"associations":{"orderCustomer":{"associations":{"salutation":{}}},"currency":{},"stateMachineState":{},
      "addresses":{"associations":{"country":{}}},
      "deliveries":{"associations":{"shippingMethod":{},"stateMachineState":{},"positions":{},
       "shippingOrderAddress":{"associations":{"country":{}}}}},
      "lineItems":{},"transactions":{"associations":{"paymentMethod":{},"stateMachineState":{}}}}}
      """;
  private static final List<String> HIDDEN =
      List.of(
          "autoIncrement",
          "salesChannel",
          "ruleIds",
          "itemRounding",
          "totalRounding",
          "createdBy",
          "updatedBy");

  private final Tables tables;
  private final View view;
  private final Entity order;
  private final Criteria criteria;

  OrderEvents(Tables tables, View view) {
    this.tables = tables;
    this.view = view;
    this.order = tables.schema().entity("order");
    this.criteria =
        new CriteriaReader(tables.schema()).read(Json.MAPPER.readTree(ASSOCIATIONS), order);
  }

  // Printing an order is dear: done only when somebody listens.
  private boolean heard(String event) {
    return !tables.where("webhook", "eventName", event).isEmpty();
  }

  void announce(String event, String orderId) {
    if (!heard(event)) {
      return;
    }
    ObjectNode json = view.json(tables.get("order", orderId), order, criteria, Reading.PLAIN);
    json.remove(HIDDEN);
    tables.announce(event, Json.object().set("order", json));
  }

  void registered(String customerId) {
    if (!heard("checkout.customer.register")) {
      return;
    }
    Entity entity = tables.schema().entity("customer");
    Criteria loaded =
        new CriteriaReader(tables.schema()).read(Json.MAPPER.readTree(REGISTERED), entity);
    ObjectNode json = view.json(tables.get("customer", customerId), entity, loaded, Reading.PLAIN);
    tables.announce("checkout.customer.register", Json.object().set("customer", json));
  }
}
