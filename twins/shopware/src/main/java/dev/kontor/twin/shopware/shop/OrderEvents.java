package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.search.View;
import java.util.List;

/** Announces business events that carry the whole order (webhooks fixtures). */
final class OrderEvents {
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
  private final WholeRow whole;

  OrderEvents(Tables tables, View view) {
    this.tables = tables;
    this.whole = new WholeRow(tables, view, "order", ASSOCIATIONS);
  }

  void announce(String event, String orderId) {
    whole
        .asHeard(event, orderId)
        .ifPresent(
            json -> {
              json.remove(HIDDEN);
              tables.announce(event, Json.object().set("order", json));
            });
  }
}
