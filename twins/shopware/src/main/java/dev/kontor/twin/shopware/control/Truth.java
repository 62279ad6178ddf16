package dev.kontor.twin.shopware.control;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.shop.Shop;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the shop knows, for proofs; amounts are decimal strings, in order currency. The shapes are
 * listed in this package's description.
 */
public final class Truth {
  private final Shop shop;
  private final Tables tables;

  public Truth(Shop shop) {
    this.shop = shop;
    this.tables = shop.tables();
  }

  public ArrayNode orders() {
    return tables.transact(() -> new OrderTruth(shop).list());
  }

  /** Every product as this shopper sees it. */
  public ArrayNode products(Look look) {
    return tables.transact(() -> new ProductTruth(shop).list(look));
  }

  public ArrayNode customers() {
    return tables.transact(() -> new CustomerTruth(shop).list());
  }

  public ArrayNode documents() {
    return tables.transact(() -> new DocumentTruth(shop).list());
  }

  /** Mails that state transitions would have sent. */
  public ObjectNode mails() {
    return shop.mails().json();
  }

  ObjectNode customer(ObjectNode row) {
    return new CustomerTruth(shop).customer(row);
  }

  ObjectNode order(ObjectNode row) {
    return new OrderTruth(shop).order(row);
  }

  /** {@code {productNumber: stock}}. */
  public ObjectNode stock() {
    return tables.transact(
        () -> {
          ObjectNode json = Json.object();
          tables
              .all("product")
              .forEach(
                  p -> json.put(Values.required(p, "productNumber"), p.path("stock").asInt(0)));
          return json;
        });
  }
}
