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
