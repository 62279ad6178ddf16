package dev.kontor.connector.financeoperations.twin;

import dev.kontor.connector.financeoperations.TestSettings;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Settings;
import dev.kontor.twin.financeoperations.FinanceOperationsTwin;
import dev.kontor.twin.financeoperations.Options;
import dev.kontor.twin.kit.Dials;
import dev.kontor.twin.kit.ManualClock;
import dev.kontor.twin.kit.TwinClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The twin's German company, with people who work in it. */
final class TwinErp implements AutoCloseable {

  static final String COMPANY = "demf";
  static final String CUSTOMER = "10000";
  private static final String CROSS = "cross-company=true";

  final ManualClock clock = new ManualClock("2026-11-21T09:00:00Z");
  private final Options options = Options.quick().at(clock);
  private final FinanceOperationsTwin twin;
  private final TwinClient http;
  private int made;

  TwinErp() {
    try {
      twin = FinanceOperationsTwin.start(options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http = new TwinClient(twin.uri());
  }

  Dials dials() {
    return twin.dials();
  }

  String secret() {
    return options.clientSecret();
  }

  Settings settings(String secret, String address) {
    return settings(secret, address, "{}");
  }

  /**
   * @param more settings beside the usual ones
   */
  Settings settings(String more) {
    return settings(secret(), twin.uri().toString(), more);
  }

  private Settings settings(String secret, String address, String more) {
    ObjectNode values = TestSettings.usual(address);
    String authority = twin.tokenUri().toString();
    values
        .put("authority", authority.substring(0, authority.indexOf('/', "https://".length())))
        .put("tenant", options.tenant())
        .put("clientId", options.clientId())
        .put("clientSecret", secret)
        .put("scope", twin.scope())
        .put("company", COMPANY);
    values.set(
        "taxes",
        ModelJson.parse(
            "{\"DE-INL\": {\"FULL\": 19, \"RED\": 7}, \"EU\": {\"FULL\": 0, \"RED\": 0}}"));
    values.set(
        "customerTax",
        ModelJson.parse(
            """
            [{"status": "domestic", "taxGroup": "DE-INL"}, {"status": "eu-business", "taxGroup": "EU"}]
            """));
    values.set("payments", ModelJson.parse("{\"journal\": \"SHOPZAHL\"}"));
    values.set("shippingLine", ModelJson.parse("{\"item\": \"AH-9000\"}"));
    values.setAll((ObjectNode) ModelJson.parse(more));
    return new Settings("erp", values, ZoneId.of("Europe/Berlin"));
  }

  Settings settings() {
    return settings(secret(), twin.uri().toString());
  }

  /** Never the same twice. */
  String fresh(String prefix) {
    return prefix + ++made;
  }

  /** A customer by hand. */
  JsonNode customer(String name, String email) {
    ObjectNode body = ModelJson.mapper().createObjectNode();
    body.put("dataAreaId", COMPANY)
        .put("CustomerGroupId", "WEB")
        .put("PartyType", "Organization")
        .put("OrganizationName", name)
        .put("PrimaryContactEmail", email)
        .put("CreditLimit", new java.math.BigDecimal("1234.57"));
    return post("CustomersV3", body);
  }

  /** An order of one line by hand; the reference is its number if none is given. */
  String order(@Nullable String reference, String text) {
    clock.advance(Duration.ofSeconds(1));
    ObjectNode header = ModelJson.mapper().createObjectNode();
    header
        .put("dataAreaId", COMPANY)
        .put("OrderingCustomerAccountNumber", CUSTOMER)
        .put("DefaultShippingSiteId", "1")
        .put("DefaultShippingWarehouseId", "11");
    String number = post("SalesOrderHeadersV2", header).path("SalesOrderNumber").asString();
    line(number, text);
    ObjectNode change = ModelJson.mapper().createObjectNode();
    change.put("CustomersOrderReference", reference == null ? number : reference);
    send("PATCH", key("SalesOrderHeadersV2", "SalesOrderNumber", number), change);
    return number;
  }

  private void line(String number, String text) {
    ObjectNode line = ModelJson.mapper().createObjectNode();
    line.put("dataAreaId", COMPANY)
        .put("SalesOrderNumber", number)
        .put("ItemNumber", "AH-1000")
        .put("ExternalItemNumber", "AH-1000")
        .put("OrderedSalesQuantity", 2)
        .put("SalesPrice", new java.math.BigDecimal("17.35"))
        .put("LineDescription", text)
        .put("CustomersLineNumber", 1);
    post("SalesOrderLinesV3", line);
  }

  /** Somebody deletes a line. */
  void remove(JsonNode line) {
    String lot = line.path("InventoryLotId").asString();
    send("DELETE", key("SalesOrderLinesV3", "InventoryLotId", lot), null);
  }

  /** A line of a payment journal by hand. */
  void pay(String reference, String amount) {
    ObjectNode line = ModelJson.mapper().createObjectNode();
    line.put("dataAreaId", COMPANY)
        .put("JournalBatchNumber", journal("by hand"))
        .put("AccountDisplayValue", CUSTOMER)
        .put("CreditAmount", new java.math.BigDecimal(amount))
        .put("PaymentReference", reference);
    post("CustomerPaymentJournalLines", line);
  }

  /** Its number. */
  String journal(String description) {
    ObjectNode journal = ModelJson.mapper().createObjectNode();
    journal
        .put("dataAreaId", COMPANY)
        .put("JournalName", "SHOPZAHL")
        .put("Description", description);
    return post("CustomerPaymentJournalHeaders", journal).path("JournalBatchNumber").asString();
  }

  void confirm(String order) {
    control("POST", "orders/" + COMPANY + "/" + order + "/confirm", "{}");
  }

  /** Activates a business event for an endpoint, which must take the test message. */
  void announce(String url, String event) {
    ObjectNode endpoint = ModelJson.mapper().createObjectNode().put("url", url);
    endpoint.putArray("events").add(event);
    control("POST", "businessEvents", endpoint.toString());
  }

  /** A new item with stock, which only then has a row. */
  String item() {
    clock.advance(Duration.ofSeconds(1));
    String number = fresh("IT-");
    control(
        "POST",
        "setup",
        """
        {"companies": [{"id": "demf", "items": [
          {"ItemNumber": "%1$s", "ProductNumber": "%1$s", "SalesPrice": 1, "SalesPriceQuantity": 1,
           "SalesUnitSymbol": "pcs", "InventoryUnitSymbol": "pcs", "ProductType": "Item",
           "SalesSalesTaxItemGroupCode": "FULL", "ProductSubType": "Product",
           "stock": {"11": 5, "21": 2}}]}]}
        """
            .formatted(number));
    return number;
  }

  /** A new product master with a blue variant. */
  String master(String name) {
    clock.advance(Duration.ofSeconds(1));
    String number = fresh("MA-");
    control(
        "POST",
        "setup",
        """
        {"companies": [{"id": "demf", "items": [
          {"ItemNumber": "%1$s", "ProductNumber": "%1$s", "SalesPrice": 1234.57,
           "SalesPriceQuantity": 1, "SalesUnitSymbol": "pcs", "InventoryUnitSymbol": "pcs",
           "ProductType": "Item", "SalesSalesTaxItemGroupCode": "FULL",
           "ProductSubType": "ProductMaster", "ProductDimensionGroupName": "SizeCol",
           "variants": [{"ProductColorId": "BLAU", "ProductSizeId": "M",
                         "ProductVariantNumber": "%1$s-1"}]}]}]}
        """
            .formatted(number));
    translate(number, name);
    return number;
  }

  /** Gives a product another name in the service user's language. */
  void translate(String number, String name) {
    clock.advance(Duration.ofSeconds(1));
    ObjectNode row = ModelJson.mapper().createObjectNode();
    row.put("ProductNumber", number).put("LanguageId", "en-us").put("ProductName", name);
    section("translations", row);
  }

  /** Gives a product or variant a bar code. */
  void code(String number, String barCode) {
    clock.advance(Duration.ofSeconds(1));
    ObjectNode row = ModelJson.mapper().createObjectNode();
    row.put("ProductNumber", number)
        .put("ProductQuantityUnitSymbol", "pcs")
        .put("BarcodeSetupId", "EAN13")
        .put("Barcode", barCode);
    section("barcodes", row);
  }

  /** Releases another variant of a master. */
  void vary(String master, String color) {
    clock.advance(Duration.ofSeconds(1));
    ObjectNode item = ModelJson.mapper().createObjectNode().put("ItemNumber", master);
    item.putArray("variants")
        .addObject()
        .put("ProductColorId", color)
        .put("ProductSizeId", "M")
        .put("ProductVariantNumber", master + "-" + color);
    section("items", item);
  }

  private void section(String section, ObjectNode row) {
    ObjectNode setup = ModelJson.mapper().createObjectNode();
    ObjectNode company = setup.putArray("companies").addObject().put("id", COMPANY);
    company.putArray(section).add(row);
    control("POST", "setup", setup.toString());
  }

  /** Somebody takes an item out of the company. */
  void withdraw(String item) {
    clock.advance(Duration.ofSeconds(1));
    control("POST", "items/" + COMPANY + "/" + item + "/remove", "{}");
  }

  /** Somebody finds a piece more. */
  void count(String item) {
    clock.advance(Duration.ofSeconds(1));
    control(
        "POST",
        "stock",
        "{\"company\": \"demf\", \"item\": \""
            + item
            + "\", \"warehouse\": \"11\", \"quantity\": 1}");
  }

  /** A quotation of one line by hand, about a quote of the shop. */
  String quotation(String quote, String text) {
    clock.advance(Duration.ofSeconds(1));
    ObjectNode header = ModelJson.mapper().createObjectNode();
    header
        .put("dataAreaId", COMPANY)
        .put("RequestingCustomerAccountNumber", CUSTOMER)
        .put("CustomersReference", "WEBQ-" + quote)
        .put("DefaultShippingSiteId", "1")
        .put("DefaultShippingWarehouseId", "11");
    String number = post("SalesQuotationHeadersV2", header).path("SalesQuotationNumber").asString();
    ObjectNode line = ModelJson.mapper().createObjectNode();
    line.put("dataAreaId", COMPANY)
        .put("SalesQuotationNumber", number)
        .put("ItemNumber", "AH-1000")
        .put("ExternalItemNumber", "AH-1000")
        .put("RequestedSalesQuantity", 2)
        .put("SalesPrice", new java.math.BigDecimal("17.35"))
        .put("LineDescription", text);
    post("SalesQuotationLines", line);
    return number;
  }

  /** A seller treats a quotation. */
  JsonNode quotation(String number, String how, String body) {
    clock.advance(Duration.ofSeconds(1));
    return control("POST", "quotations/" + COMPANY + "/" + number + "/" + how, body);
  }

  void rename(String account, String name) {
    clock.advance(Duration.ofSeconds(1));
    ObjectNode change = ModelJson.mapper().createObjectNode().put("OrganizationName", name);
    send("PATCH", key("CustomersV3", "CustomerAccount", account), change);
  }

  /** Invoices something without tax to a customer. */
  void owes(String account, String amount) {
    clock.advance(Duration.ofSeconds(1));
    ObjectNode header = ModelJson.mapper().createObjectNode();
    header
        .put("dataAreaId", COMPANY)
        .put("OrderingCustomerAccountNumber", account)
        .put("SalesTaxGroupCode", "EU")
        .put("DefaultShippingSiteId", "1")
        .put("DefaultShippingWarehouseId", "11");
    String number = post("SalesOrderHeadersV2", header).path("SalesOrderNumber").asString();
    ObjectNode line = ModelJson.mapper().createObjectNode();
    line.put("dataAreaId", COMPANY)
        .put("SalesOrderNumber", number)
        .put("ItemNumber", "AH-1000")
        .put("OrderedSalesQuantity", 1)
        .put("SalesPrice", new java.math.BigDecimal(amount));
    post("SalesOrderLinesV3", line);
    control("POST", "orders/" + COMPANY + "/" + number + "/invoice", "{\"all\": true}");
  }

  /** A posted price of everybody. */
  void agree(String item, String fields) {
    clock.advance(Duration.ofSeconds(1));
    setup("priceAgreements", item, "\"PriceCurrencyCode\": \"EUR\", " + fields);
  }

  /** A posted line discount of everybody. */
  void discount(String item) {
    clock.advance(Duration.ofSeconds(1));
    setup("lineDiscounts", item, "\"DiscountCurrencyCode\": \"EUR\", \"DiscountPercentage1\": 10");
  }

  /** Another base price. */
  void reprice(String item) {
    clock.advance(Duration.ofSeconds(1));
    setup("items", item, "\"SalesPrice\": 7.77");
  }

  private void setup(String section, String item, String fields) {
    control(
        "POST",
        "setup",
        "{\"companies\": [{\"id\": \"demf\", \"%s\": [{\"ItemNumber\": \"%s\", %s}]}]}"
            .formatted(section, item, fields));
  }

  /** An open journal with the prices of a group from 1, 10, 50 and 100 pieces on. */
  String priceJournal(String item, String group, String... prices) {
    ObjectNode header = ModelJson.mapper().createObjectNode();
    header.put("dataAreaId", COMPANY).put("TradeAgreementJournalNameId", "PREISE");
    String journal =
        post("OpenTradeAgreementJournalHeadersV2", header).path("JournalNumber").asString();
    List<Integer> from = List.of(1, 10, 50, 100);
    for (int i = 0; i < prices.length; i++) {
      ObjectNode line = ModelJson.mapper().createObjectNode();
      line.put("dataAreaId", COMPANY)
          .put("TradeAgreementJournalNumber", journal)
          .put("ItemNumber", item)
          .put("PriceCustomerGroupCode", group)
          .put("FromQuantity", from.get(i))
          .put("ToQuantity", i + 1 < prices.length ? from.get(i + 1) - 1 : 0)
          .put("Price", new java.math.BigDecimal(prices[i]));
      post("OpenSalesPriceJournalLinesV2", line);
    }
    return journal;
  }

  static String key(String set, String field, String value) {
    return set + "(dataAreaId='" + COMPANY + "'," + field + "='" + value + "')?" + CROSS;
  }

  List<JsonNode> rows(String set, String filter) {
    String own = "dataAreaId eq '" + COMPANY + "' and " + filter;
    String path = set + "?" + CROSS + "&$filter=" + own;
    return send("GET", path, null).path("value").valueStream().toList();
  }

  List<JsonNode> lines(String order) {
    return rows("SalesOrderLinesV3", "SalesOrderNumber eq '" + order + "'");
  }

  JsonNode post(String set, JsonNode body) {
    return send("POST", set, body);
  }

  /** What people do. */
  JsonNode control(String method, String path, String body) {
    return answered(http.send(method, "/_twin/" + path, body, Map.of()));
  }

  JsonNode send(String method, String path, @Nullable JsonNode body) {
    String address = "/data/" + path.replace(" ", "%20").replace("'", "%27");
    return answered(
        http.send(
            method,
            address,
            body == null ? null : body.toString(),
            Map.of("Authorization", "Bearer " + token(), "Content-Type", "application/json")));
  }

  private static JsonNode answered(TwinClient.Reply reply) {
    if (!reply.ok()) {
      throw new IllegalStateException(reply.status() + " " + reply.text());
    }
    return reply.text().isBlank()
        ? ModelJson.mapper().missingNode()
        : ModelJson.parse(reply.text());
  }

  private String token() {
    String form =
        "grant_type=client_credentials&client_id="
            + options.clientId()
            + "&client_secret="
            + secret()
            + "&scope="
            + URLEncoder.encode(twin.scope(), StandardCharsets.UTF_8);
    return http.send(
            "POST",
            twin.tokenUri().getPath(),
            form,
            Map.of("Content-Type", "application/x-www-form-urlencoded"))
        .json()
        .path("access_token")
        .asString("");
  }

  @Override
  public void close() {
    http.close();
    twin.close();
  }
}
