package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.shopware.cart.Buyer;
import dev.kontor.twin.shopware.cart.Rules;
import dev.kontor.twin.shopware.cart.Shopper;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says what a customer's group, currency, country and rules mean for prices. */
public final class Buyers {
  private final Tables tables;
  private final Lookup lookup;
  private final InstantSource clock;
  private final Rules rules;

  Buyers(Tables tables, Lookup lookup, InstantSource clock) {
    this.tables = tables;
    this.lookup = lookup;
    this.clock = clock;
    this.rules = new Rules(tables);
  }

  /**
   * @param customer a row of customer; a groupId is enough for somebody who has not bought yet
   */
  public Buyer of(
      ObjectNode customer, ObjectNode currency, String billingCountryId, String shippingCountryId) {
    ObjectNode group = tables.get("customer_group", Values.required(customer, "groupId"));
    String currencyId = Values.required(currency, "id");
    Shopper shopper =
        new Shopper(
            customer,
            currencyId,
            Values.required(lookup.salesChannel(), "id"),
            billingCountryId,
            shippingCountryId,
            clock.instant());
    List<String> vatIds = customer.path("vatIds").valueStream().map(JsonNode::asString).toList();
    return new Buyer(
        group.path("displayGross").asBoolean(true),
        rules.of(shopper),
        Values.text(customer, "company"),
        vatIds,
        shippingCountryId,
        currencyId,
        Values.decimal(currency.get("factor")),
        currency.path("itemRounding").path("decimals").asInt(2));
  }
}
