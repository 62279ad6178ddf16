package dev.kontor.app.demo;

import dev.kontor.twin.magento.MagentoTwin;
import dev.kontor.twin.magento.Options;
import dev.kontor.twin.magento.cart.Setup;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The Magento twin as the demo's shop, with prices that include tax. */
final class MagentoShop implements DemoShop {

  private final MagentoTwin twin;
  private final Web web = new Web();
  private final Storefront people;
  private final Assortment assortment = MagentoGoods.assortment();

  private MagentoShop(MagentoTwin twin) {
    this.twin = twin;
    this.people =
        new Storefront(web, twin.uri().toString(), "entity_id", "increment_id", "grand_total");
    web.post(address() + "/_twin/shop/recorded", MagentoGoods.accounts(Shoppers.registered()));
  }

  static MagentoShop start(int port) throws IOException {
    return new MagentoShop(MagentoTwin.start(Options.demo().setup(Setup.gross()).port(port)));
  }

  @Override
  public String connector() {
    return "magento";
  }

  @Override
  public String name() {
    return "Magento";
  }

  @Override
  public String address() {
    return twin.uri().toString();
  }

  @Override
  public Map<String, String> access() {
    Map<String, String> access = new LinkedHashMap<>();
    access.put("API", address() + "/rest/all/V1");
    access.put("consumer key", Options.CONSUMER_KEY);
    access.put("consumer secret", Options.CONSUMER_SECRET);
    access.put("token", Options.TOKEN);
    access.put("token secret", Options.TOKEN_SECRET);
    return access;
  }

  @Override
  public Map<String, String> values() {
    return Map.of("shop", address(), "consumerKey", Options.CONSUMER_KEY);
  }

  @Override
  public Map<String, String> secrets() {
    return Map.of(
        "magento-consumer-secret", Options.CONSUMER_SECRET,
        "magento-token", Options.TOKEN,
        "magento-token-secret", Options.TOKEN_SECRET);
  }

  @Override
  public Assortment assortment() {
    return assortment;
  }

  /** Open Source tells nobody of changes; it is asked. */
  @Override
  public void joined(String doors) {}

  @Override
  public Placed place(Cart cart) {
    return people.place(MagentoGoods.wish(cart), cart);
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

  /** What lies at the sources of the website's stock, less what open orders reserve of it. */
  @Override
  public Map<String, BigDecimal> stock() {
    Map<String, BigDecimal> stock = new HashMap<>();
    web.get(address() + "/_twin/truth/stock")
        .properties()
        .forEach(e -> lying(e.getValue()).forEach(q -> add(stock, e.getKey(), q)));
    web.get(address() + "/_twin/truth/reservations")
        .valueStream()
        .filter(row -> row.path("stock_id").asInt() == MagentoGoods.STOCK)
        .forEach(row -> add(stock, row.path("sku").asString(), row.path("quantity").asDecimal()));
    return stock;
  }

  private static Stream<BigDecimal> lying(JsonNode bySource) {
    return MagentoGoods.SOURCES.stream().map(s -> bySource.path(s).asDecimal(BigDecimal.ZERO));
  }

  private static void add(Map<String, BigDecimal> stock, String sku, BigDecimal pieces) {
    stock.merge(sku, pieces, BigDecimal::add);
  }

  @Override
  public void close() {
    twin.close();
    web.close();
  }
}
