package dev.kontor.connector.shopware.twin;

import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.twin.kit.Dials;
import dev.kontor.twin.kit.ManualClock;
import dev.kontor.twin.kit.TwinClient;
import dev.kontor.twin.shopware.Options;
import dev.kontor.twin.shopware.ShopVersion;
import dev.kontor.twin.shopware.ShopwareTwin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The twin with its storefront and administration, as a person would use them. */
final class TwinShop implements AutoCloseable {

  final ManualClock clock = new ManualClock("2026-11-21T09:00:00Z");
  private final Dials dials = new Dials();
  private final ShopwareTwin twin;
  private final TwinClient http;
  private int products;

  TwinShop(ShopVersion version) {
    try {
      twin = ShopwareTwin.start(Options.demo().version(version).clock(clock).dials(dials));
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

  Placed product() {
    String number = "NEW-" + ++products;
    ObjectNode product =
        JsonNodeFactory.instance
            .objectNode()
            .put("productNumber", number)
            .put("name", "Neu " + products)
            .put("gross", "10.00")
            .put("taxRate", "19")
            .put("stock", 100_000);
    control("POST", "/_twin/shop/products", JsonNodeFactory.instance.arrayNode().add(product));
    JsonNode found = search("product", "productNumber", number).path(0);
    return new Placed(found.path("id").asString(), number);
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
    Map<String, String> headers = new HashMap<>(TwinClient.PLAIN);
    if (token != null) {
      headers.put("Authorization", "Bearer " + token);
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
