package dev.kontor.app.demo;

import dev.kontor.model.ModelJson;
import dev.kontor.twin.shopware.Options;
import dev.kontor.twin.shopware.ShopwareTwin;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The Shopware twin as the demo's shop. */
final class ShopwareShop implements DemoShop {

  /** Signs the shop's webhooks in the demo; worth nothing outside of it. */
  private static final String APP_SECRET = "kontor-demo-app-secret";

  private final ShopwareTwin twin;
  private final Web web = new Web();
  private final Storefront people;
  private final Assortment assortment = ShopwareGoods.assortment();

  private ShopwareShop(ShopwareTwin twin) {
    this.twin = twin;
    this.people = new Storefront(web, twin.uri().toString(), "id", "orderNumber", "gross");
  }

  static ShopwareShop start(int port) throws IOException {
    return new ShopwareShop(ShopwareTwin.start(Options.demo().port(port)));
  }

  @Override
  public String connector() {
    return "shopware";
  }

  @Override
  public String name() {
    return "Shopware";
  }

  @Override
  public String address() {
    return twin.uri().toString();
  }

  @Override
  public Map<String, String> access() {
    Map<String, String> access = new LinkedHashMap<>();
    access.put("API", address() + "/api");
    access.put("client id", Options.ACCESS_KEY);
    access.put("client secret", Options.SECRET);
    return access;
  }

  @Override
  public Map<String, String> values() {
    return Map.of("shop", address(), "shopClientId", Options.ACCESS_KEY);
  }

  @Override
  public Map<String, String> secrets() {
    return Map.of("shop-client-secret", Options.SECRET, "shop-app-secret", APP_SECRET);
  }

  @Override
  public Assortment assortment() {
    return assortment;
  }

  /** A person installs the hub's app and fills in its secret. */
  @Override
  public void joined(String doors) {
    String manifest = web.text(URI.create(doors + "/shop/app/manifest.xml"));
    String filled = manifest.replace("<secret></secret>", "<secret>" + APP_SECRET + "</secret>");
    web.post(
        address() + "/_twin/shop/apps",
        ModelJson.mapper().createObjectNode().put("manifest", filled));
  }

  @Override
  public Placed place(Cart cart) {
    return people.place(ShopwareGoods.wish(cart), cart);
  }

  @Override
  public void pay(Placed order) {
    people.pay(order);
  }

  @Override
  public void cancel(Placed order) {
    people.cancel(order);
  }

  @Override
  public Map<String, BigDecimal> orders() {
    return people.orders();
  }

  @Override
  public Map<String, BigDecimal> stock() {
    Map<String, BigDecimal> stock = new HashMap<>();
    web.get(address() + "/_twin/truth/stock")
        .properties()
        .forEach(e -> stock.put(e.getKey(), e.getValue().asDecimal()));
    return stock;
  }

  @Override
  public void close() {
    twin.close();
    web.close();
  }
}
