package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.cart.Cart;
import dev.kontor.twin.shopware.cart.Price;
import dev.kontor.twin.shopware.cart.PriceJson;
import dev.kontor.twin.shopware.data.Values;
import java.math.RoundingMode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a computed cart into the fields of order rows. */
final class OrderRows {
  private OrderRows() {}

  /** The money fields of the order itself. */
  static ObjectNode totals(Cart cart) {
    ObjectNode row = Json.object();
    row.set("price", PriceJson.cart(cart));
    row.set("amountTotal", Values.number(cart.gross()));
    row.set("amountNet", Values.number(cart.net()));
    row.set("positionPrice", Values.number(cart.positions().total()));
    row.put("taxStatus", cart.status().json());
    row.set("shippingCosts", PriceJson.calculated(cart.shippingSum()));
    row.set("shippingTotal", Values.number(cart.shippingSum().total()));
    return row;
  }

  static ObjectNode money(Price price) {
    ObjectNode row = Json.object().put("quantity", price.quantity());
    row.set("unitPrice", Values.number(price.unit()));
    row.set("totalPrice", Values.number(price.total()));
    row.set("price", PriceJson.calculated(price));
    return row;
  }

  /** The shop stores a delivery position's amounts as whole numbers beside the exact price. */
  static ObjectNode position(Price price) {
    ObjectNode row = money(price);
    row.set("unitPrice", Values.number(price.unit().setScale(0, RoundingMode.HALF_UP)));
    row.set("totalPrice", Values.number(price.total().setScale(0, RoundingMode.HALF_UP)));
    return row;
  }

  static ObjectNode rounding(int decimals) {
    ObjectNode json = Json.object();
    json.putArray("extensions");
    json.put("decimals", decimals);
    json.set("interval", Values.number(java.math.BigDecimal.ONE.movePointLeft(decimals)));
    return json.put("roundForNet", true)
        .put(
            "apiAlias",
            "shopware_core_framework_data_abstraction_layer_pricing_cash_rounding_config");
  }
}
