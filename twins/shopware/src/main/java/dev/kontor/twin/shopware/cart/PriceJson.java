package dev.kontor.twin.shopware.cart;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prices in the shop's JSON, and back. */
public final class PriceJson {
  private PriceJson() {}

  /** calculated_price. */
  public static ObjectNode calculated(Price price) {
    ObjectNode json = struct();
    json.set("unitPrice", Values.number(price.unit()));
    json.put("quantity", price.quantity());
    json.set("totalPrice", Values.number(price.total()));
    json.set("calculatedTaxes", taxes(price.taxes()));
    json.set("taxRules", rules(price.shares()));
    json.putNull("referencePrice").putNull("listPrice").putNull("regulationPrice");
    return json.put("apiAlias", "calculated_price");
  }

  /** cart_price, the order's price field. */
  public static ObjectNode cart(Cart cart) {
    ObjectNode json = struct();
    json.set("netPrice", Values.number(cart.net()));
    json.set("totalPrice", Values.number(cart.gross()));
    json.set("calculatedTaxes", taxes(cart.total().taxes()));
    json.set("taxRules", rules(cart.total().wholeShares()));
    json.set("positionPrice", Values.number(cart.positions().total()));
    json.put("taxStatus", cart.status().json());
    json.set("rawTotal", Values.number(cart.gross()));
    return json.put("apiAlias", "cart_price");
  }

  /** What the customer pays, as a transaction's amount. */
  public static ObjectNode amount(Cart cart) {
    return calculated(
        new Price(cart.gross(), 1, cart.gross(), cart.total().taxes(), cart.total().wholeShares()));
  }

  /** cart_price_quantity, the definition of a product line. */
  public static ObjectNode quantity(Price price) {
    ObjectNode json = struct();
    json.set("price", Values.number(price.unit()));
    json.set("taxRules", rules(price.shares()));
    json.put("quantity", price.quantity()).put("isCalculated", true);
    json.putNull("referencePriceDefinition").putNull("listPrice").putNull("regulationPrice");
    return json.put("type", "quantity").put("apiAlias", "cart_price_quantity");
  }

  public static ObjectNode percentage(BigDecimal percentage) {
    ObjectNode json = struct();
    json.set("percentage", Values.number(percentage));
    json.putNull("filter");
    return json.put("type", "percentage").put("apiAlias", "cart_price_percentage");
  }

  public static ObjectNode absolute(BigDecimal amount) {
    ObjectNode json = struct();
    json.set("price", Values.number(amount));
    json.putNull("filter");
    return json.put("type", "absolute").put("apiAlias", "cart_price_absolute");
  }

  /** Reads a calculated_price as it was stored. */
  public static Price read(JsonNode json) {
    List<Tax> taxes = new ArrayList<>();
    json.path("calculatedTaxes")
        .forEach(
            t ->
                taxes.add(
                    new Tax(
                        Values.decimal(t.get("taxRate")),
                        Values.decimal(t.get("tax")),
                        Values.decimal(t.get("price")))));
    List<TaxShare> shares = new ArrayList<>();
    json.path("taxRules")
        .forEach(
            r ->
                shares.add(
                    new TaxShare(
                        Values.decimal(r.get("taxRate")), Values.decimal(r.get("percentage")))));
    return new Price(
        Values.decimal(json.get("unitPrice")),
        json.path("quantity").asInt(1),
        Values.decimal(json.get("totalPrice")),
        taxes,
        shares);
  }

  private static ArrayNode taxes(List<Tax> taxes) {
    ArrayNode list = Json.array();
    for (Tax tax : taxes) {
      ObjectNode json = struct();
      json.set("tax", Values.number(tax.tax()));
      json.set("taxRate", Values.number(tax.rate()));
      json.set("price", Values.number(tax.price()));
      list.add(json.put("apiAlias", "cart_tax_calculated"));
    }
    return list;
  }

  private static ArrayNode rules(List<TaxShare> shares) {
    ArrayNode list = Json.array();
    for (TaxShare share : shares) {
      ObjectNode json = struct();
      json.set("taxRate", Values.number(share.rate()));
      json.set("percentage", Values.number(share.percentage()));
      list.add(json.put("apiAlias", "cart_tax_rule"));
    }
    return list;
  }

  private static ObjectNode struct() {
    ObjectNode json = Json.object();
    json.putArray("extensions");
    return json;
  }
}
