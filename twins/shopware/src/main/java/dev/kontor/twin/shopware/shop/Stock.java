package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.ShopVersion;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import tools.jackson.databind.node.ObjectNode;

/** Moves stock with orders, as SQL statements do: no updatedAt, no event (contract §7). */
public final class Stock {
  private final Tables tables;
  private final ShopVersion version;

  public Stock(Tables tables, ShopVersion version) {
    this.tables = tables;
    this.version = version;
  }

  /** Throws ApiError 500 CHECKOUT__CART_INVALID when a close-out product has not enough. */
  void checkSellable(ObjectNode product, int quantity) {
    if (product.path("isCloseout").asBoolean(false) && sellable(product) < quantity) {
      throw ApiError.of(
          500,
          "CHECKOUT__CART_INVALID",
          "The cart is invalid, got 1 error(s): product-stock-reached",
          Json.object());
    }
  }

  private int sellable(ObjectNode product) {
    return product.path(version.deductsAtOrder() ? "stock" : "availableStock").asInt(0);
  }

  /** An order takes this many, or gives them back when negative. */
  void reserve(String productId, int quantity) {
    int stock = version.deductsAtOrder() ? -quantity : 0;
    move(productId, stock, -quantity);
  }

  /** The goods of a completed order leave the warehouse; only 6.5 counts them then. */
  void complete(String productId, int quantity) {
    if (!version.deductsAtOrder()) {
      move(productId, -quantity, 0);
    }
  }

  private void move(String productId, int stock, int available) {
    tables
        .find("product", productId)
        .ifPresent(
            product -> {
              int newStock = product.path("stock").asInt(0) + stock;
              int newAvailable = product.path("availableStock").asInt(0) + available;
              tables.updateSilently(
                  "product",
                  productId,
                  Json.object()
                      .put("stock", newStock)
                      .put("availableStock", newAvailable)
                      .put("available", available(product, newAvailable)));
            });
  }

  /**
   * Adds the read-only mirror fields to what is about to be stored
   * (AvailableStockMirrorSubscriber).
   *
   * @param product as it is, with id
   */
  public void mirror(ObjectNode product, ObjectNode written) {
    ObjectNode whole = product.deepCopy().setAll(written);
    int stock = whole.path("stock").asInt(0);
    int available =
        version.deductsAtOrder() ? stock : stock - openDemand(Values.required(product, "id"));
    written.put("availableStock", available).put("available", available(whole, available));
  }

  private static boolean available(ObjectNode product, int sellable) {
    return !product.path("isCloseout").asBoolean(false)
        || sellable >= product.path("minPurchase").asInt(1);
  }

  private int openDemand(String productId) {
    return tables.where("order_line_item", "productId", productId).stream()
        .filter(l -> open(Values.required(l, "orderId")))
        .mapToInt(l -> l.path("quantity").asInt(0))
        .sum();
  }

  private boolean open(String orderId) {
    ObjectNode state =
        tables.get("state_machine_state", Values.required(tables.get("order", orderId), "stateId"));
    String name = Values.required(state, "technicalName");
    return name.equals("open") || name.equals("in_progress");
  }
}
