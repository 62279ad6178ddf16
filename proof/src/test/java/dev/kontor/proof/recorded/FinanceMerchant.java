package dev.kontor.proof.recorded;

import dev.kontor.engine.db.Database;
import dev.kontor.model.ModelJson;
import dev.kontor.proof.merchant.RunningHub;
import dev.kontor.twin.financeoperations.FinanceOperationsTwin;
import dev.kontor.twin.financeoperations.Options;
import dev.kontor.twin.kit.Dials;
import dev.kontor.twin.kit.TwinClient;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Magento shop that was recorded, Finance & Operations with its articles, and a hub between.
 */
final class FinanceMerchant implements AutoCloseable {

  static final String COMPANY = "demf";

  private final RecordedMagento shop;
  private final Options options = Options.quick();
  private final FinanceOperationsTwin erp;
  private final TwinClient people;
  private final Database database = Database.forTests();
  private final RunningHub hub;

  FinanceMerchant(Path home, RecordedMagento shop) throws IOException {
    this(home, shop, false);
  }

  /** With the flows of money switched on. */
  static FinanceMerchant withMoney(Path home, RecordedMagento shop) throws IOException {
    return new FinanceMerchant(home, shop, true);
  }

  private FinanceMerchant(Path home, RecordedMagento shop, boolean money) throws IOException {
    this.shop = shop;
    erp = FinanceOperationsTwin.start(options);
    people = new TwinClient(erp.uri());
    control("setup", assortment());
    Map<String, String> secrets = Map.of("SHOP_SECRET", "s", "ERP_SECRET", options.clientSecret());
    hub = new RunningHub(home, configuration(money), secrets, database);
  }

  private String configuration(boolean money) throws IOException {
    String file = "/recorded/magento-finance-operations.yaml";
    try (InputStream in = FinanceMerchant.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .replace("${SHOP}", shop.uri().toString())
          .replace("${ERP}", erp.uri().toString())
          .replace("${SCOPE}", erp.scope())
          .replace("${TENANT}", options.tenant())
          .replace("${money}", Boolean.toString(money));
    }
  }

  /** The shop's articles, and an item of each tax group for what is none. */
  private ObjectNode assortment() {
    Map<String, String> groups = new TreeMap<>();
    for (JsonNode order : shop.truth().values()) {
      boolean split = order.has("lines_components_view");
      for (JsonNode line : order.path(split ? "lines_components_view" : "lines")) {
        String group = group(line.path("tax_rate").decimalValue());
        groups.merge(line.path("sku").asString(), group, (a, b) -> a.equals("ZERO") ? b : a);
      }
    }
    // Whatever was sold abroad only is taxed at home.
    groups.replaceAll((sku, group) -> group.equals("ZERO") ? "FULL" : group);
    for (String group : List.of("FULL", "RED", "ZERO")) {
      groups.put("SHIP-" + group, group);
      groups.put("MISC-" + group, group);
    }
    ObjectNode setup = ModelJson.mapper().createObjectNode();
    ObjectNode company = setup.putArray("companies").addObject().put("id", COMPANY);
    ArrayNode items = company.putArray("items");
    groups.forEach((sku, group) -> items.add(item(sku, group)));
    return setup;
  }

  static ObjectNode item(String sku, String group) {
    return ModelJson.mapper()
        .createObjectNode()
        .put("ItemNumber", sku)
        .put("ProductNumber", sku)
        .put("SalesPrice", 1)
        .put("SalesPriceQuantity", 100)
        .put("SalesUnitSymbol", "pcs")
        .put("InventoryUnitSymbol", "pcs")
        .put("SalesSalesTaxItemGroupCode", group)
        .put("ProductType", "Item")
        .put("ProductSubType", "Product");
  }

  private static String group(BigDecimal rate) {
    return switch (rate.intValue()) {
      case 19, 20 -> "FULL";
      case 7, 10 -> "RED";
      default -> "ZERO";
    };
  }

  /** The ERP's orders with their totals, by the shop's number, each there once. */
  Map<String, JsonNode> inErp() {
    Map<String, JsonNode> orders = new TreeMap<>();
    for (JsonNode order : truth()) {
      control(
          "orders/" + COMPANY + "/" + order.path("SalesOrderNumber").asString() + "/totals",
          ModelJson.mapper().createObjectNode());
    }
    for (JsonNode order : truth()) {
      String number = order.path("CustomersOrderReference").asString().replaceFirst("^MG-", "");
      if (orders.put(number, order) != null) {
        throw new AssertionError(number + " is there twice");
      }
    }
    return orders;
  }

  private JsonNode truth() {
    return truth("orders");
  }

  private JsonNode truth(String what) {
    return ModelJson.parse(people.send("GET", "/_twin/truth/" + what, null, Map.of()).text())
        .path(what);
  }

  /** What orders below zero come to, summed by the shop's number. */
  Map<String, BigDecimal> refunds() {
    Map<String, BigDecimal> sums = new TreeMap<>();
    inErp()
        .forEach(
            (reference, order) -> {
              if (reference.contains("/")) {
                sums.merge(
                    reference.replaceFirst("/.*", ""),
                    order.path("OrderTotalAmount").decimalValue().negate().setScale(2),
                    BigDecimal::add);
              }
            });
    return sums;
  }

  /** Everything of an order leaves and is invoiced. */
  void invoice(JsonNode order) {
    control(
        "orders/" + COMPANY + "/" + order.path("SalesOrderNumber").asString() + "/invoice",
        ModelJson.mapper().createObjectNode().put("all", true));
  }

  /** Lines of payment journals, summed by the shop's number. */
  Map<String, BigDecimal> payments() {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (JsonNode line : truth("payments")) {
      sums.merge(
          line.path("TransactionText").asString().replaceFirst(" .*", ""),
          line.path("CreditAmount").decimalValue().setScale(2),
          BigDecimal::add);
    }
    return sums;
  }

  private void control(String path, JsonNode body) {
    TwinClient.Reply reply = people.send("POST", "/_twin/" + path, body.toString(), Map.of());
    if (!reply.ok()) {
      throw new IllegalStateException(reply.status() + " " + reply.text());
    }
  }

  /** On their way. */
  Carriage orders() {
    return new Carriage(shop, hub);
  }

  /** What calls of the hub meet from now on. */
  Dials dials() {
    return erp.dials();
  }

  @Override
  public void close() {
    hub.close();
    database.close();
    people.close();
    erp.close();
    shop.close();
  }
}
