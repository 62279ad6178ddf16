package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.search.View;

/** Announces business events that carry the whole customer (webhooks fixtures). */
final class CustomerEvents {
  private static final String REGISTERED = "checkout.customer.register";
  private static final String ASSOCIATIONS =
      """
      {"associations":{"group":{},"salutation":{},"addresses":{"associations":{"country":{}}},
      "defaultBillingAddress":{},"defaultShippingAddress":{},"tags":{}}}
      """;

  private final Tables tables;
  private final WholeRow whole;

  CustomerEvents(Tables tables, View view) {
    this.tables = tables;
    this.whole = new WholeRow(tables, view, "customer", ASSOCIATIONS);
  }

  void registered(String customerId) {
    whole
        .asHeard(REGISTERED, customerId)
        .ifPresent(json -> tables.announce(REGISTERED, Json.object().set("customer", json)));
  }
}
