package dev.kontor.proof.b2b;

import dev.kontor.model.ModelJson;
import dev.kontor.twin.financeoperations.FinanceOperationsTwin;
import dev.kontor.twin.financeoperations.Options;
import dev.kontor.twin.kit.TwinClient;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The seller's people at Finance & Operations: what they do, and what they see. */
final class Clerks implements AutoCloseable {

  static final String COMPANY = "demf";

  private final FinanceOperationsTwin twin;
  private final Options options;
  private final TwinClient http;

  Clerks(FinanceOperationsTwin twin, Options options) {
    this.twin = twin;
    this.options = options;
    this.http = new TwinClient(twin.uri());
  }

  /** Has it released, with base price and pieces at both warehouses. */
  void release(Article article) {
    ObjectNode item = ModelJson.mapper().createObjectNode();
    item.put("ItemNumber", article.sku())
        .put("ProductNumber", article.sku())
        .put("SalesPrice", article.price())
        .put("SalesPriceQuantity", 1)
        .put("SalesUnitSymbol", "pcs")
        .put("InventoryUnitSymbol", "pcs")
        .put("SalesSalesTaxItemGroupCode", article.pieces() == 0 ? "ZERO" : "FULL")
        .put("ProductType", article.pieces() == 0 ? "Service" : "Item")
        .put("ProductSubType", "Product");
    if (article.pieces() > 0) {
      item.putObject("stock").put("11", article.pieces()).put("21", article.pieces());
    }
    setup("items", item);
  }

  /** Posts what a price group pays from each quantity on. */
  void agree(String group, Article article) {
    String journal =
        post(
                "OpenTradeAgreementJournalHeadersV2",
                own().put("TradeAgreementJournalNameId", "PREISE"))
            .path("JournalNumber")
            .asString();
    List<Integer> from = List.copyOf(article.breaks().keySet());
    for (int i = 0; i < from.size(); i++) {
      post(
          "OpenSalesPriceJournalLinesV2",
          own()
              .put("TradeAgreementJournalNumber", journal)
              .put("ItemNumber", article.sku())
              .put("PriceCustomerGroupCode", group)
              .put("FromQuantity", from.get(i))
              .put("ToQuantity", i + 1 < from.size() ? from.get(i + 1) - 1 : 0)
              .put("Price", article.contract(from.get(i))));
    }
    control("tradeAgreements/" + COMPANY + "/" + journal + "/post", "{}");
  }

  /** On whose terms a customer buys. */
  void terms(String account, String group, BigDecimal limit) {
    ObjectNode change =
        ModelJson.mapper()
            .createObjectNode()
            .put("DiscountPriceGroupId", group)
            .put("CreditLimit", limit);
    String key = "(dataAreaId='" + COMPANY + "',CustomerAccount='" + account + "')";
    send("PATCH", "CustomersV3" + key + "?cross-company=true", change);
  }

  /** Account of the customer with that VAT id, empty if there is none. */
  String account(String vatId) {
    return rows("CustomersV3", "TaxExemptNumber eq '" + vatId + "'").stream()
        .map(row -> row.path("CustomerAccount").asString())
        .findFirst()
        .orElse("");
  }

  /** Number of the quotation of a shop's quote of one line, empty until it has that line. */
  String quotation(String quote) {
    return truth("quotations")
        .valueStream()
        .filter(row -> row.path("CustomersReference").asString("").equals("WEBQ-" + quote))
        .map(row -> row.path("SalesQuotationNumber").asString())
        .filter(
            number ->
                !rows("SalesQuotationLines", "SalesQuotationNumber eq '" + number + "'").isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Names a price for the first line and sends the offer to the buyer. */
  void offer(String quotation, BigDecimal price) {
    String at = "quotations/" + COMPANY + "/" + quotation;
    control(
        at + "/price",
        "{\"lines\": [{\"line\": 1, \"price\": \"" + price.toPlainString() + "\"}]}");
    control(at + "/send", "{\"expires\": \"2099-12-31\"}");
  }

  /** Sends pieces of the first line away from a warehouse, to which what is open is moved first. */
  void pack(String order, String site, String warehouse, int pieces, String tracking) {
    String lot =
        rows("SalesOrderLinesV3", "SalesOrderNumber eq '" + order + "'")
            .getFirst()
            .path("InventoryLotId")
            .asString();
    send(
        "PATCH",
        "SalesOrderLinesV3(dataAreaId='"
            + COMPANY
            + "',InventoryLotId='"
            + lot
            + "')?cross-company=true",
        ModelJson.mapper()
            .createObjectNode()
            .put("ShippingSiteId", site)
            .put("ShippingWarehouseId", warehouse));
    control(
        "orders/" + COMPANY + "/" + order + "/pack",
        """
        {"lines": [{"line": 1, "quantity": %d}], "warehouse": "%s",
         "tracking": [{"number": "%s"}]}"""
            .formatted(pieces, warehouse, tracking));
  }

  /** Invoices what is open, sending it away first; number of the invoice. */
  String invoice(String order) {
    return control("orders/" + COMPANY + "/" + order + "/invoice", "{\"all\": true}")
        .path("invoice")
        .asString();
  }

  /**
   * Number of the order that gives something of an order back, empty if there is none that may be
   * posted: until all its lines are there it is stopped.
   */
  String creditOrder(String order) {
    List<JsonNode> orders = truth("orders").valueStream().toList();
    String reference =
        orders.stream()
            .filter(row -> row.path("SalesOrderNumber").asString().equals(order))
            .map(row -> row.path("CustomersOrderReference").asString())
            .findFirst()
            .orElseThrow();
    return orders.stream()
        .filter(row -> row.path("CustomersOrderReference").asString("").startsWith(reference + "/"))
        .filter(row -> !row.path("IsSalesProcessingStopped").asString("").equals("Yes"))
        .map(row -> row.path("SalesOrderNumber").asString())
        .findFirst()
        .orElse("");
  }

  void receive(String invoice, BigDecimal amount) {
    control(
        "invoices/" + COMPANY + "/" + invoice + "/pay",
        "{\"amount\": \"" + amount.toPlainString() + "\"}");
  }

  /** Orders with their lines; totals are computed first. */
  List<JsonNode> orders() {
    for (JsonNode order : truth("orders")) {
      control(
          "orders/" + COMPANY + "/" + order.path("SalesOrderNumber").asString() + "/totals", "{}");
    }
    return truth("orders").valueStream().toList();
  }

  /** All rows of a kind. */
  JsonNode truth(String what) {
    return answered(http.send("GET", "/_twin/truth/" + what, null, Map.of())).path(what);
  }

  private static ObjectNode own() {
    return ModelJson.mapper().createObjectNode().put("dataAreaId", COMPANY);
  }

  private void setup(String section, ObjectNode row) {
    ObjectNode setup = ModelJson.mapper().createObjectNode();
    setup.putArray("companies").addObject().put("id", COMPANY).putArray(section).add(row);
    control("setup", setup.toString());
  }

  private JsonNode control(String path, String body) {
    return answered(http.send("POST", "/_twin/" + path, body, Map.of()));
  }

  private List<JsonNode> rows(String set, String filter) {
    String path = set + "?cross-company=true&$filter=dataAreaId eq '" + COMPANY + "' and " + filter;
    return send("GET", path, null).path("value").valueStream().toList();
  }

  private JsonNode post(String set, JsonNode body) {
    return send("POST", set, body);
  }

  private JsonNode send(String method, String path, @Nullable JsonNode body) {
    return answered(
        http.send(
            method,
            "/data/" + path.replace(" ", "%20").replace("'", "%27"),
            body == null ? null : body.toString(),
            Map.of("Authorization", "Bearer " + token(), "Content-Type", "application/json")));
  }

  private String token() {
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s&scope=%s"
            .formatted(
                options.clientId(),
                options.clientSecret(),
                URLEncoder.encode(twin.scope(), StandardCharsets.UTF_8));
    return http.send(
            "POST",
            twin.tokenUri().getPath(),
            form,
            Map.of("Content-Type", "application/x-www-form-urlencoded"))
        .json()
        .path("access_token")
        .asString("");
  }

  private static JsonNode answered(TwinClient.Reply reply) {
    if (!reply.ok()) {
      throw new IllegalStateException(reply.status() + " " + reply.text());
    }
    return reply.text().isBlank()
        ? ModelJson.mapper().missingNode()
        : ModelJson.parse(reply.text());
  }

  @Override
  public void close() {
    http.close();
  }
}
