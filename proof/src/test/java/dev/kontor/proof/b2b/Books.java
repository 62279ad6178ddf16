package dev.kontor.proof.b2b;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Everything both systems have, side by side; what differs is said. */
final class Books {

  private final Wholesale at;
  private final List<String> differences = new ArrayList<>();

  Books(Wholesale at) {
    this.at = at;
  }

  /** Orders, returns, credit, stock and contract prices. */
  List<String> differences(List<Storefront.Company> companies, List<Article> articles) {
    orders();
    refunds();
    companies.forEach(this::credit);
    articles.forEach(
        article -> {
          stock(article);
          equal(
              "contract of " + article.sku(),
              new TreeMap<>(article.breaks()).toString(),
              at.shop().tiers(article.sku(), Trade.SHOP_GROUP).toString());
        });
    return differences;
  }

  private void equal(String what, Object erp, Object shop) {
    if (!erp.equals(shop)) {
      differences.add(what + ": " + erp + " in the ERP, " + shop + " in the shop");
    }
  }

  private static BigDecimal plain(JsonNode amount) {
    return plain(amount.decimalValue());
  }

  private static BigDecimal plain(BigDecimal amount) {
    return amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
  }

  /** Those that are no refunds, by the shop's number; each once. */
  private void orders() {
    Map<String, String> erp = new TreeMap<>();
    for (JsonNode order : at.erp().orders()) {
      String reference = order.path("CustomersOrderReference").asString("");
      if (reference.startsWith("MG-") && !reference.contains("/")) {
        erp.merge(
            reference.substring("MG-".length()),
            plain(order.path("OrderTotalAmount")) + pieces(order.path("lines")),
            (one, other) -> "twice");
      }
    }
    Map<String, String> shop = new TreeMap<>();
    for (JsonNode order : at.shop().orders()) {
      shop.put(
          order.path("increment_id").asString(),
          plain(order.path("grand_total")) + sold(order.path("items")));
    }
    equal("orders", erp, shop);
  }

  /** Article, pieces ordered and pieces that left. */
  private static String pieces(JsonNode lines) {
    Map<String, String> pieces = new TreeMap<>();
    for (JsonNode line : lines) {
      if (line.path("ExternalItemNumber").asString("").isEmpty()) {
        continue;
      }
      pieces.put(
          line.path("ItemNumber").asString(),
          plain(line.path("OrderedSalesQuantity")) + "/" + plain(line.path("delivered")));
    }
    return pieces.toString();
  }

  private static String sold(JsonNode items) {
    Map<String, String> pieces = new TreeMap<>();
    for (JsonNode item : items) {
      pieces.put(
          item.path("sku").asString(), plain(item.path("qty")) + "/" + plain(item.path("shipped")));
    }
    return pieces.toString();
  }

  private void refunds() {
    Map<String, BigDecimal> erp = new TreeMap<>();
    for (JsonNode order : at.erp().orders()) {
      String reference = order.path("CustomersOrderReference").asString("");
      if (reference.contains("/")) {
        erp.merge(
            reference.replaceAll("^MG-|/.*$", ""),
            plain(order.path("OrderTotalAmount").decimalValue().negate()),
            BigDecimal::add);
      }
    }
    Map<String, String> numbers = new TreeMap<>();
    at.shop()
        .orders()
        .forEach(
            order ->
                numbers.put(
                    order.path("entity_id").asString(), order.path("increment_id").asString()));
    Map<String, BigDecimal> shop = new TreeMap<>();
    for (JsonNode memo : at.shop().creditMemos()) {
      shop.merge(
          String.valueOf(numbers.get(memo.path("order_id").asString())),
          plain(memo.path("grand_total")),
          BigDecimal::add);
    }
    equal("refunds", erp, shop);
  }

  /** What a company may owe, and what it owes by its invoices. */
  private void credit(Storefront.Company company) {
    String account = at.erp().account(company.vatId());
    JsonNode credit = at.shop().credit(company);
    BigDecimal owed = BigDecimal.ZERO;
    for (JsonNode row : at.erp().truth("transactions")) {
      if (row.path("AccountNum").asString().equals(account)) {
        owed =
            owed.add(row.path("AmountCur").decimalValue())
                .subtract(row.path("SettleAmountCur").decimalValue());
      }
    }
    equal(
        "owed by " + company.vatId(),
        plain(owed),
        plain(credit.path("balance").decimalValue().negate()));
    BigDecimal limit =
        at.erp()
            .truth("customers")
            .valueStream()
            .filter(row -> row.path("CustomerAccount").asString().equals(account))
            .map(row -> row.path("CreditLimit").decimalValue())
            .findFirst()
            .orElse(BigDecimal.ZERO);
    equal("limit of " + company.vatId(), plain(limit), plain(credit.path("credit_limit")));
  }

  /** What the ERP has available is what buyers see. */
  private void stock(Article article) {
    int there = 0;
    for (JsonNode row : at.erp().truth("stock")) {
      if (row.path("ItemNumber").asString().equals(article.sku())) {
        there += row.path("AvailableOnHandQuantity").decimalValue().intValueExact();
      }
    }
    equal("pieces of " + article.sku(), there, at.shop().salable(article.sku()));
  }
}
