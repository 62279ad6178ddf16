package dev.kontor.proof.b2b;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.ModelJson;
import dev.kontor.twin.kit.TwinClient;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What companies and sellers do on that day, each step until both systems know of it. */
final class Trade {

  /** Price group of the contract in the ERP, and the shop's customer group. */
  static final String GROUP = "GOLD";

  static final String SHOP_GROUP = "Wholesale";
  private static final BigDecimal WITH_TAX = new BigDecimal("1.19");

  private final Wholesale at;
  private final List<String> orders = new ArrayList<>();

  Trade(Wholesale at) {
    this.at = at;
  }

  /** Ids of the orders that the shop took. */
  List<String> orders() {
    return orders;
  }

  /** A company registers, becomes a customer, and gets its contract and its limit. */
  Storefront.Company welcomed(String name, String vatId, String limit) {
    Storefront.Company company = at.shop().register(name, vatId);
    at.await("customer " + vatId, () -> !at.erp().account(vatId).isEmpty());
    at.erp().terms(at.erp().account(vatId), GROUP, new BigDecimal(limit));
    at.await("limit of " + name, () -> limit(company).compareTo(new BigDecimal(limit)) == 0);
    return company;
  }

  /** None until one was set. */
  BigDecimal limit(Storefront.Company company) {
    return at.shop().credit(company).path("credit_limit").asDecimal(BigDecimal.ZERO);
  }

  /** What the shop lets members of the contract pay. */
  Map<Integer, BigDecimal> tiers(Article article) {
    return at.shop().tiers(article.sku(), SHOP_GROUP);
  }

  /** What the shop still lets it buy on account. */
  BigDecimal available(Storefront.Company company) {
    return at.shop().credit(company).path("available_limit").decimalValue();
  }

  /** Gross of so many pieces by contract. */
  static BigDecimal gross(Article article, int pieces) {
    return article
        .contract(pieces)
        .multiply(BigDecimal.valueOf(pieces))
        .multiply(WITH_TAX)
        .setScale(2, RoundingMode.HALF_UP);
  }

  /** Buys at the contract's price; the order's id. */
  String buys(Storefront.Company company, Article article, int pieces) {
    TwinClient.Reply reply = at.shop().order(company, Map.of(article.sku(), pieces));
    assertThat(reply.ok()).as(reply.text()).isTrue();
    JsonNode order = ModelJson.parse(reply.text()).path("orders").path(0);
    assertThat(order.path("grand_total").decimalValue())
        .as("%d of %s", pieces, article.sku())
        .isEqualByComparingTo(gross(article, pieces));
    return transferred(order);
  }

  /** Waits for the ERP's number. */
  String transferred(JsonNode order) {
    String id = order.path("entity_id").asString();
    orders.add(id);
    at.await("order " + id + " in the ERP", () -> !number(id).isEmpty());
    return id;
  }

  /** The ERP's number of an order, empty until the shop knows it. */
  String number(String order) {
    return at.shop().order(order).path("ext_order_id").asString("");
  }

  /** Price of the only line, as the ERP has it. */
  BigDecimal priceInErp(String order) {
    return at.erp()
        .truth("orders")
        .valueStream()
        .filter(row -> row.path("SalesOrderNumber").asString().equals(number(order)))
        .flatMap(row -> row.path("lines").valueStream())
        .findFirst()
        .orElseThrow()
        .path("SalesPrice")
        .decimalValue();
  }

  /** Pieces of an order's first row that have left the shop's sources, by source. */
  Map<String, Integer> left(String order) {
    Map<String, Integer> left = new TreeMap<>();
    at.shop()
        .shipments()
        .valueStream()
        .filter(row -> row.path("order_id").asString().equals(order))
        .forEach(
            row ->
                left.merge(
                    row.path("extension_attributes").path("source_code").asString(),
                    row.path("items").path(0).path("qty").decimalValue().intValueExact(),
                    Integer::sum));
    return left;
  }

  int shipped(String order) {
    return at.shop()
        .order(order)
        .path("items")
        .path(0)
        .path("shipped")
        .decimalValue()
        .intValueExact();
  }
}
