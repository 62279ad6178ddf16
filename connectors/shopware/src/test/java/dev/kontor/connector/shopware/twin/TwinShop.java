package dev.kontor.connector.shopware.twin;

import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.model.ModelJson;
import dev.kontor.twin.kit.Dials;
import dev.kontor.twin.kit.ManualClock;
import dev.kontor.twin.kit.TwinClient;
import dev.kontor.twin.shopware.Options;
import dev.kontor.twin.shopware.ShopVersion;
import dev.kontor.twin.shopware.ShopwareTwin;
import dev.kontor.twin.shopware.api.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The twin with its storefront and administration, as a person would use them. */
final class TwinShop implements AutoCloseable {

  static final String LEAST_KEY = "SWIALEASTRIGHTS00000000000";
  static final String ROOT_CATEGORY = "01a1fd5a746d734db4af16b739ca30fe";
  static final String SALES_CHANNEL = "98432def39fc4624b33213a56b8c944d";
  static final BigDecimal GROSS = new BigDecimal("10.07");

  final ManualClock clock = new ManualClock("2026-11-21T09:00:00Z");
  private final Dials dials = new Dials();
  private final ShopwareTwin twin;
  private final TwinClient http;
  private int products;
  private int customers;

  TwinShop(ShopVersion version) {
    try {
      twin =
          ShopwareTwin.start(
              Options.demo()
                  .version(version)
                  .clock(clock)
                  .dials(dials)
                  .clients(
                      Client.admin(Options.ACCESS_KEY, Options.SECRET),
                      new Client(LEAST_KEY, Options.SECRET, LeastRights.fromPage())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http = new TwinClient(twin.uri());
  }

  URI uri() {
    return twin.uri();
  }

  Dials dials() {
    return twin.dials();
  }

  long calls(String method, String path) {
    return twin.calls().of(method, path);
  }

  /** At this instant. */
  Placed order() {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("productNumber", "AH-1005").put("quantity", 2);
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.putArray("lines").add(line);
    JsonNode placed = control("POST", "/_twin/shop/orders", request).path("orders").path(0);
    return new Placed(placed.path("id").asString(), placed.path("orderNumber").asString());
  }

  /** As the storefront would, at this instant. */
  Placed order(String request) {
    JsonNode placed =
        control("POST", "/_twin/shop/orders", ModelJson.parse(request)).path("orders").path(0);
    return new Placed(placed.path("id").asString(), placed.path("orderNumber").asString());
  }

  /** A customer by the shop's own truth. */
  JsonNode account(String id) {
    return control("GET", "/_twin/truth/customers", null)
        .valueStream()
        .filter(customer -> customer.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** A new version of an order for a clerk to edit; its id. */
  String draft(String orderId) {
    return admin("POST", "/api/_action/version/order/" + orderId, null)
        .path("versionId")
        .asString();
  }

  /** A line added to a draft; the kind is {@code lineItem} or {@code creditItem}. */
  void add(String draft, String orderId, String kind, String line) {
    tick();
    String path = "/api/_action/order/" + orderId + "/" + kind;
    send("POST", path, ModelJson.parse(line), token(), draft);
  }

  void merge(String draft) {
    admin("POST", "/api/_action/version/merge/order/" + draft, null);
  }

  Placed product() {
    String number = "NEW-" + ++products;
    control(
        "POST", "/_twin/shop/products", JsonNodeFactory.instance.arrayNode().add(product(number)));
    JsonNode found = search("product", "productNumber", number).path(0);
    return new Placed(found.path("id").asString(), number);
  }

  /** A new variant of that product. */
  void variant(String id) {
    ObjectNode variant = JsonNodeFactory.instance.objectNode();
    variant.put("parentId", id).put("productNumber", "VARIANT-" + ++products).put("stock", 0);
    admin("POST", "/api/product", variant);
  }

  /** A new registered customer of the storefront. */
  Placed customer() {
    ObjectNode person =
        JsonNodeFactory.instance
            .objectNode()
            .put("email", "kunde" + ++customers + "@kunde.example")
            .put("firstName", "Änne")
            .put("lastName", "Großkopf");
    person.putObject("billing").put("country", "DE").put("street", "Königstraße 7");
    JsonNode made = control("POST", "/_twin/shop/customers", person);
    return new Placed(made.path("id").asString(), made.path("customerNumber").asString());
  }

  /** So many products at once; their article numbers. */
  List<String> products(int count) {
    ArrayNode made = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < count; i++) {
      made.add(product("MANY-" + i));
    }
    control("POST", "/_twin/shop/products", made);
    return made.valueStream().map(one -> one.path("productNumber").asString()).toList();
  }

  private static ObjectNode product(String number) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("productNumber", number)
        .put("name", "Neu " + number)
        .put("gross", GROSS.toPlainString())
        .put("taxRate", "19")
        .put("stock", 100_000);
  }

  /** What an administrator does, a millisecond after whatever was before. */
  JsonNode admin(String method, String path, @Nullable JsonNode body) {
    tick();
    return atOnce(method, path, body);
  }

  /** What an administrator does at this very instant. */
  JsonNode atOnce(String method, String path, @Nullable JsonNode body) {
    return send(method, path, body, token());
  }

  JsonNode control(String method, String path, @Nullable JsonNode body) {
    return send(method, path, body, null);
  }

  void tick() {
    clock.advance(Duration.ofMillis(1));
  }

  /** Rows with that value. */
  JsonNode search(String entity, String field, String value) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putArray("filter")
        .addObject()
        .put("type", "equals")
        .put("field", field)
        .put("value", value);
    return send("POST", "/api/search/" + entity, body, token()).path("data");
  }

  /** An order by the shop's own truth. */
  JsonNode truth(String orderId) {
    return control("GET", "/_twin/truth/orders", null)
        .valueStream()
        .filter(order -> order.path("id").asString().equals(orderId))
        .findFirst()
        .orElseThrow();
  }

  int stock(String number) {
    return control("GET", "/_twin/truth/stock", null).path(number).asInt();
  }

  /** A product as a shopper sees it, e.g. with {@code group=B2B&quantity=10}; missing if none. */
  JsonNode shown(String number, String look) {
    return control("GET", "/_twin/truth/products?" + look, null)
        .valueStream()
        .filter(product -> product.path("productNumber").asString().equals(number))
        .findFirst()
        .orElseGet(MissingNode::getInstance);
  }

  JsonNode shown(String number) {
    return shown(number, "");
  }

  /** An order's documents as its buyer's account and the administration list them. */
  List<JsonNode> documents(String orderId) {
    return control("GET", "/_twin/truth/documents", null)
        .valueStream()
        .filter(document -> document.path("orderId").asString().equals(orderId))
        .toList();
  }

  int mails() {
    return control("GET", "/_twin/truth/mails", null).path("total").asInt();
  }

  private String token() {
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("grant_type", "client_credentials")
            .put("client_id", Options.ACCESS_KEY)
            .put("client_secret", Options.SECRET);
    return send("POST", "/api/oauth/token", body, null).path("access_token").asString();
  }

  private JsonNode send(
      String method, String path, @Nullable JsonNode body, @Nullable String token) {
    return send(method, path, body, token, null);
  }

  private JsonNode send(
      String method,
      String path,
      @Nullable JsonNode body,
      @Nullable String token,
      @Nullable String version) {
    Map<String, String> headers = new HashMap<>(TwinClient.PLAIN);
    if (token != null) {
      headers.put("Authorization", "Bearer " + token);
    }
    if (version != null) {
      headers.put("sw-version-id", version);
    }
    TwinClient.Reply reply =
        http.send(method, path, body == null ? null : body.toString(), headers);
    if (!reply.ok()) {
      throw new IllegalStateException(
          method + " " + path + ": " + reply.status() + " " + reply.text());
    }
    return reply.json();
  }

  @Override
  public void close() {
    twin.close();
    http.close();
  }
}
