package dev.kontor.app.demo;

import dev.kontor.model.ModelJson;
import dev.kontor.twin.businesscentral.BusinessCentralTwin;
import dev.kontor.twin.shopware.ShopwareTwin;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The two simulated systems, what people do in them, and the truth each of them keeps. */
final class Systems implements AutoCloseable {

  private final ShopwareTwin shop;
  private final BusinessCentralTwin erp;
  private final Web web;

  private Systems(ShopwareTwin shop, BusinessCentralTwin erp, Web web) {
    this.shop = shop;
    this.erp = erp;
    this.web = web;
  }

  /** An order as the ERP has it. */
  record Booked(String number, String reference, BigDecimal gross, BigDecimal net) {}

  static Systems start(Assortment assortment) throws IOException {
    ShopwareTwin shop = ShopwareTwin.start(dev.kontor.twin.shopware.Options.demo());
    BusinessCentralTwin erp =
        BusinessCentralTwin.start(
            dev.kontor.twin.businesscentral.Options.real(), assortment.company());
    return new Systems(shop, erp, new Web());
  }

  String shopAddress() {
    return shop.uri().toString();
  }

  String erpAddress() {
    return erp.uri().toString();
  }

  /** Installs the hub's app in the shop, as a person does who fills in the app's secret. */
  void installApp(String doors, String secret) {
    String manifest = web.text(java.net.URI.create(doors + "/shop/app/manifest.xml"));
    String filled = manifest.replace("<secret></secret>", "<secret>" + secret + "</secret>");
    web.post(
        shopAddress() + "/_twin/shop/apps",
        ModelJson.mapper().createObjectNode().put("manifest", filled));
  }

  /** The order as placed. */
  JsonNode place(JsonNode request) {
    return web.post(shopAddress() + "/_twin/shop/orders", request).path("orders").path(0);
  }

  void pay(String orderId) {
    web.post(shopAddress() + "/_twin/shop/orders/" + orderId + "/pay", null);
  }

  void cancel(String orderId) {
    web.post(shopAddress() + "/_twin/shop/orders/" + orderId + "/cancel", null);
  }

  void moveStock(String sku, BigDecimal quantity) {
    web.post(
        erpAddress() + "/_twin/stock",
        ModelJson.mapper()
            .createObjectNode()
            .put("itemNumber", sku)
            .put("locationCode", "MAIN")
            .put("quantity", quantity));
  }

  /** Gross of every order the shop has, by number. */
  Map<String, JsonNode> ordersInShop() {
    Map<String, JsonNode> orders = new HashMap<>();
    web.get(shopAddress() + "/_twin/truth/orders")
        .forEach(o -> orders.put(o.path("orderNumber").asString(), o));
    return orders;
  }

  Map<String, BigDecimal> stockInShop() {
    Map<String, BigDecimal> stock = new HashMap<>();
    web.get(shopAddress() + "/_twin/truth/stock")
        .properties()
        .forEach(e -> stock.put(e.getKey(), e.getValue().asDecimal()));
    return stock;
  }

  /** What lies in the ERP's locations; open orders are not subtracted. */
  Map<String, BigDecimal> stockInErp() {
    Map<String, BigDecimal> stock = new HashMap<>();
    web.get(erpAddress() + "/_twin/truth/stock")
        .path("stock")
        .forEach(
            e ->
                stock.merge(
                    e.path("itemNumber").asString(),
                    e.path("quantity").asDecimal(),
                    BigDecimal::add));
    return stock;
  }

  List<Booked> ordersInErp() {
    List<Booked> orders = new ArrayList<>();
    web.get(erpAddress() + "/_twin/truth/orders")
        .path("orders")
        .forEach(
            o ->
                orders.add(
                    new Booked(
                        o.path("number").asString(),
                        o.path("externalDocumentNumber").asString(""),
                        o.path("totalAmountIncludingTax").asDecimal(),
                        o.path("totalAmountExcludingTax").asDecimal())));
    return orders;
  }

  /** E-mail address of every debtor that has one. */
  List<String> debtors() {
    List<String> emails = new ArrayList<>();
    web.get(erpAddress() + "/_twin/truth/customers")
        .path("customers")
        .forEach(c -> emails.add(c.path("email").asString("")));
    emails.removeIf(String::isEmpty);
    return emails;
  }

  @Override
  public void close() {
    shop.close();
    erp.close();
    web.close();
  }
}
