package dev.kontor.proof.shelf;

import dev.kontor.contract.Await;
import dev.kontor.engine.db.Database;
import dev.kontor.model.ModelJson;
import dev.kontor.proof.merchant.RunningHub;
import dev.kontor.proof.merchant.Wire;
import dev.kontor.twin.financeoperations.FinanceOperationsTwin;
import dev.kontor.twin.kit.TwinClient;
import dev.kontor.twin.magento.MagentoTwin;
import dev.kontor.twin.magento.Options;
import dev.kontor.twin.magento.cart.Setup;
import dev.kontor.twin.shopware.ShopwareTwin;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shopware and Magento, Finance & Operations with one warehouse, and a hub between them. */
final class TwoShops implements AutoCloseable {

  private static final String COMPANY = "demf";
  private static final String WAREHOUSE = "11";
  private static final int STOCK = 2;

  private final dev.kontor.twin.financeoperations.Options options =
      dev.kontor.twin.financeoperations.Options.quick();
  private final ShopwareTwin shopware;
  private final MagentoTwin magento;
  private final FinanceOperationsTwin erp;
  private final TwinClient shopwareBuyers;
  private final TwinClient magentoBuyers;
  private final Database database = Database.forTests();
  private final RunningHub hub;

  TwoShops(Path home, List<String> articles) throws IOException {
    shopware = ShopwareTwin.start(dev.kontor.twin.shopware.Options.demo());
    magento = MagentoTwin.start(Options.demo().setup(Setup.gross()));
    erp = FinanceOperationsTwin.start(options);
    shopwareBuyers = new TwinClient(shopware.uri());
    magentoBuyers = new TwinClient(magento.uri());
    articles.forEach(this::list);
    release(articles);
    Map<String, String> secrets =
        Map.of(
            "SHOPWARE_SECRET", dev.kontor.twin.shopware.Options.SECRET,
            "CONSUMER_SECRET", Options.CONSUMER_SECRET,
            "TOKEN", Options.TOKEN,
            "TOKEN_SECRET", Options.TOKEN_SECRET,
            "ERP_SECRET", options.clientSecret());
    hub = new RunningHub(home, configuration(), secrets, database);
  }

  private String configuration() throws IOException {
    try (InputStream in = TwoShops.class.getResourceAsStream("/shelf/two-shops.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .replace("${SHOPWARE}", shopware.uri().toString())
          .replace("${SHOPWARE_ID}", dev.kontor.twin.shopware.Options.ACCESS_KEY)
          .replace("${MAGENTO}", magento.uri().toString())
          .replace("${CONSUMER_KEY}", Options.CONSUMER_KEY)
          .replace("${ERP}", erp.uri().toString())
          .replace("${SCOPE}", erp.scope())
          .replace("${TENANT}", options.tenant())
          .replace("${ERP_ID}", options.clientId());
    }
  }

  /** Both shops have the article, and nothing of it yet. */
  private void list(String sku) {
    ArrayNode product = ModelJson.mapper().createArrayNode();
    product
        .addObject()
        .put("productNumber", sku)
        .put("name", "Article " + sku)
        .put("gross", "11.90")
        .put("taxRate", "19")
        .put("stock", 0)
        .put("closeout", true);
    Wire.post(shopware.uri(), "/_twin/shop/products", product);
    ArrayNode article = ModelJson.mapper().createArrayNode();
    article
        .addObject()
        .put("sku", sku)
        .put("name", "Article " + sku)
        .put("price", "11.90")
        .put("weight", 1)
        .put("tax_class", 2);
    Wire.post(magento.uri(), "/_twin/shop/products", article);
  }

  private void release(List<String> articles) {
    ObjectNode setup = ModelJson.mapper().createObjectNode();
    ArrayNode items = setup.putArray("companies").addObject().put("id", COMPANY).putArray("items");
    articles.forEach(sku -> items.add(item(sku, "Item", "FULL")));
    items.add(item("SHELF-FREIGHT", "Service", "FULL"));
    items.add(item("SHELF-ROUNDING", "Service", "ZERO"));
    Wire.post(erp.uri(), "/_twin/setup", setup);
  }

  private static ObjectNode item(String number, String type, String taxGroup) {
    return ModelJson.mapper()
        .createObjectNode()
        .put("ItemNumber", number)
        .put("ProductNumber", number)
        .put("SalesPriceQuantity", 1)
        .put("SalesUnitSymbol", "pcs")
        .put("InventoryUnitSymbol", "pcs")
        .put("SalesSalesTaxItemGroupCode", taxGroup)
        .put("ProductType", type)
        .put("ProductSubType", "Product");
  }

  /** Pieces come to lie in the warehouse; below zero they are taken away. */
  void move(String sku, int pieces) {
    Wire.post(
        erp.uri(),
        "/_twin/stock",
        ModelJson.mapper()
            .createObjectNode()
            .put("company", COMPANY)
            .put("item", sku)
            .put("warehouse", WAREHOUSE)
            .put("quantity", pieces));
  }

  /** Whether Shopware sold them. */
  boolean buyAtShopware(String buyer, String sku, int pieces) {
    ObjectNode wish = ModelJson.mapper().createObjectNode();
    wish.putObject("customer")
        .put("email", buyer)
        .put("firstName", "Änne")
        .put("lastName", "Großkopf")
        .put("guest", true);
    wish.putObject("billing")
        .put("country", "DE")
        .put("street", "Talweg 3")
        .put("zipcode", "89073")
        .put("city", "Ulm");
    wish.putArray("lines").addObject().put("productNumber", sku).put("quantity", pieces);
    wish.put("paymentMethod", "payment_invoicepayment");
    return isPlaced(shopwareBuyers, wish);
  }

  /** Whether Magento sold them. */
  boolean buyAtMagento(String buyer, String sku, int pieces) {
    ObjectNode wish = ModelJson.mapper().createObjectNode();
    wish.putObject("customer").put("email", buyer).put("guest", true);
    ObjectNode billing = wish.putObject("billing");
    billing
        .put("firstname", "Änne")
        .put("lastname", "Großkopf")
        .put("postcode", "89073")
        .put("city", "Ulm")
        .put("country_id", "DE")
        .put("telephone", "0731 1");
    billing.putArray("street").add("Talweg 3");
    wish.putArray("lines").addObject().put("sku", sku).put("qty", pieces);
    wish.put("payment_method", "purchaseorder");
    return isPlaced(magentoBuyers, wish);
  }

  /** Whether the shop took the order; it has too few if not. */
  private static boolean isPlaced(TwinClient buyers, ObjectNode wish) {
    TwinClient.Reply reply =
        buyers.send("POST", "/_twin/shop/orders", wish.toString(), TwinClient.PLAIN);
    if (reply.ok() || isSoldOut(reply.text())) {
      return reply.ok();
    }
    throw new IllegalStateException(reply.status() + " " + reply.text());
  }

  private static boolean isSoldOut(String refusal) {
    return refusal.contains("is not available") || refusal.contains("CHECKOUT__CART_INVALID");
  }

  /** What both shops offer of it: Shopware, then Magento. */
  List<Integer> offered(String sku) {
    int there = Wire.get(shopware.uri(), "/_twin/truth/stock").path(sku).asInt(0);
    return List.of(there, salableAtMagento(sku));
  }

  private int salableAtMagento(String sku) {
    int lying =
        Wire.get(magento.uri(), "/_twin/truth/stock")
            .path(sku)
            .valueStream()
            .mapToInt(JsonNode::asInt)
            .sum();
    return lying
        + Wire.get(magento.uri(), "/_twin/truth/reservations")
            .valueStream()
            .filter(row -> row.path("stock_id").asInt() == STOCK)
            .filter(row -> row.path("sku").asString().equals(sku))
            .mapToInt(row -> row.path("quantity").asInt())
            .sum();
  }

  /** Pieces ordered in the ERP, by the reference of the order. */
  Map<String, Integer> entered() {
    Map<String, Integer> entered = new TreeMap<>();
    for (JsonNode order : Wire.get(erp.uri(), "/_twin/truth/orders").path("orders")) {
      int pieces =
          order
              .path("lines")
              .valueStream()
              .filter(line -> line.path("ItemNumber").asString().startsWith("SHELF-A"))
              .mapToInt(line -> line.path("OrderedSalesQuantity").asInt())
              .sum();
      entered.merge(order.path("CustomersOrderReference").asString(), pieces, Integer::sum);
    }
    return entered;
  }

  /** Numbers of a shop's orders as the hub refers to them. */
  List<String> references() {
    List<String> references =
        new java.util.ArrayList<>(numbers(shopware.uri(), "SW-", "orderNumber"));
    references.addAll(numbers(magento.uri(), "MG-", "increment_id"));
    return references;
  }

  private static List<String> numbers(URI shop, String prefix, String field) {
    return Wire.get(shop, "/_twin/truth/orders")
        .valueStream()
        .map(order -> prefix + order.path(field).asString())
        .toList();
  }

  void await(String what, BooleanSupplier condition) {
    hub.await(Await.PATIENCE, what, condition);
  }

  RunningHub hub() {
    return hub;
  }

  @Override
  public void close() {
    hub.close();
    database.close();
    shopwareBuyers.close();
    magentoBuyers.close();
    shopware.close();
    magento.close();
    erp.close();
  }
}
