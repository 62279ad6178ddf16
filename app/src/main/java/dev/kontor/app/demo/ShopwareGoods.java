package dev.kontor.app.demo;

import dev.kontor.model.ModelJson;
import dev.kontor.twin.shopware.shop.Catalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the demo's Shopware sells, and how an order of it is written at the twin's storefront. */
public final class ShopwareGoods {

  private static final List<String> COUPONS = List.of("SOMMER10", "HERBST15", "VERSANDFREI");

  private ShopwareGoods() {}

  /** The twin's demo catalogue, variants instead of what they are variants of. */
  public static Assortment assortment() {
    Map<String, JsonNode> rows = new HashMap<>();
    Set<String> parents = new HashSet<>();
    for (JsonNode row : Catalogue.demo()) {
      rows.put(row.path("productNumber").asString(), row);
      parents.add(row.path("parent").asString(""));
    }
    List<Assortment.Article> articles = new ArrayList<>();
    for (JsonNode row : Catalogue.demo()) {
      String sku = row.path("productNumber").asString();
      if (!parents.contains(sku)) {
        JsonNode parent = rows.getOrDefault(row.path("parent").asString(""), row);
        articles.add(article(sku, row, parent));
      }
    }
    return new Assortment(articles, COUPONS);
  }

  private static Assortment.Article article(String sku, JsonNode row, JsonNode parent) {
    return new Assortment.Article(
        sku,
        row.path("name").asString(parent.path("name").asString("")),
        row.path("taxRate").asString(parent.path("taxRate").asString("19")),
        row.path("stock").asDecimal(),
        row.path("closeout").asBoolean(false));
  }

  /** The body of {@code POST /_twin/shop/orders}. */
  public static ObjectNode wish(Cart cart) {
    ObjectNode wish = ModelJson.mapper().createObjectNode();
    customer(wish.putObject("customer"), cart.buyer());
    Buyer.Address address = cart.buyer().address();
    wish.putObject("billing")
        .put("country", address.country())
        .put("street", address.street())
        .put("zipcode", address.code())
        .put("city", address.city());
    var lines = wish.putArray("lines");
    cart.units()
        .forEach(
            (sku, quantity) ->
                lines.addObject().put("productNumber", sku).put("quantity", (int) quantity));
    if (cart.coupon() != null) {
      wish.putArray("promotions").add(cart.coupon());
    }
    return wish.put("paymentMethod", method(cart.payment()))
        .put("shippingMethod", cart.express() ? "shipping_express" : "shipping_standard");
  }

  private static void customer(ObjectNode customer, Buyer buyer) {
    customer
        .put("firstName", buyer.firstName())
        .put("lastName", buyer.lastName())
        .put("email", buyer.email())
        .put("guest", buyer.guest());
    Buyer.Company company = buyer.company();
    if (company != null) {
      customer.put("group", "b2b").put("company", company.name());
      customer.putArray("vatIds").add(company.vatId());
    }
  }

  private static String method(Cart.Payment payment) {
    return switch (payment) {
      case INVOICE -> "payment_invoicepayment";
      case CASH -> "payment_cashpayment";
      case PREPAID -> "payment_prepayment";
    };
  }
}
