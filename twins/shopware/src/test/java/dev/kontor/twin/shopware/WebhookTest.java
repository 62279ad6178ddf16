package dev.kontor.twin.shopware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.shop.Catalogue;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WebhookTest {
  private static final String LINE = "[{\"productNumber\":\"AH-1001\",\"quantity\":1}]";
  private static final String HOOK = "33333333333333333333333333333333";
  private HookReceiver hub;
  private ShopwareTwin twin;
  private ShopClient shop;

  @BeforeEach
  void start() throws IOException {
    hub = new HookReceiver();
    twin =
        ShopwareTwin.start(
            Options.demo().retryPauses(List.of(Duration.ZERO, Duration.ZERO, Duration.ZERO)));
    shop = ShopClient.admin(twin);
  }

  @AfterEach
  void stop() {
    twin.close();
    hub.close();
  }

  private void subscribe(String event, boolean onlyLive) {
    var reply =
        shop.post(
            "/api/webhook",
            "{\"id\":\""
                + HOOK
                + "\",\"name\":\"n\",\"eventName\":\""
                + event
                + "\",\"url\":\""
                + hub.url("/hook")
                + "\",\"onlyLiveVersion\":"
                + onlyLive
                + "}");
    assertThat(reply.status()).isEqualTo(204);
  }

  @Test
  void anOrderIsSentWholeAndUnsignedToAPlainWebhook() throws InterruptedException {
    subscribe("checkout.order.placed", false);
    JsonNode placed = shop.place(LINE);
    HookReceiver.Received received = hub.next();
    assertThat(received.signature()).isNull();
    JsonNode order = received.json().path("data").path("payload").path("order");
    JsonNode recorded =
        Json.MAPPER.readTree(
            Fixtures.json("webhooks/order-placed.json").path("received").path("body").asString());
    assertThat(order.path("orderNumber")).isEqualTo(placed.path("orderNumber"));
    assertThat(order.propertyNames())
        .containsAll(recorded.path("data").path("payload").path("order").propertyNames());
    assertThat(order.path("price"))
        .isEqualTo(recorded.path("data").path("payload").path("order").path("price"));
    assertThat(received.json().path("source").propertyNames())
        .containsExactlyInAnyOrder("url", "eventId");
  }

  @Test
  void writtenEventsCarryOnlyIdsAndFieldNames() throws InterruptedException {
    subscribe("product.written", true);
    shop.place(LINE);
    String id = Catalogue.id("AH-1005");
    shop.post(
        "/api/_action/sync",
        "[{\"entity\":\"product\",\"action\":\"upsert\",\"payload\":[{\"id\":\""
            + id
            + "\",\"stock\":7}]}]");
    // The first one is the stock write: a sale fires no product.written.
    JsonNode payload = hub.next().json().path("data").path("payload").path(0);
    assertThat(payload.path("primaryKey").asString()).isEqualTo(id);
    assertThat(payload.path("operation").asString()).isEqualTo("update");
    assertThat(payload.path("updatedFields").valueStream().map(JsonNode::asString))
        .contains("stock", "updatedAt", "id")
        .doesNotContain("name");
    assertThat(payload.has("stock")).isFalse();
  }

  private static JsonNode recordedFields(String fixture) {
    return Json.MAPPER
        .readTree(Fixtures.json(fixture).path("received").path("body").asString())
        .path("data")
        .path("payload")
        .path(0)
        .path("updatedFields");
  }

  @Test
  void fieldNamesAreThoseOfTheRecordedWrites() throws InterruptedException {
    subscribe("product.written", false);
    shop.upsert("product", "{\"id\":\"" + Catalogue.id("AH-1005") + "\",\"stock\":7}");
    assertThat(payload().path("updatedFields"))
        .isEqualTo(recordedFields("webhooks/product-written.json"));
    shop.send("PATCH", "/api/webhook/" + HOOK, "{\"eventName\":\"customer.written\"}");
    String customer =
        shop.post("/_twin/shop/customers", "{\"email\":\"neu@kunde.example\"}")
            .json()
            .path("id")
            .asString();
    assertThat(payload().path("operation").asString()).isEqualTo("insert");
    shop.send("PATCH", "/api/customer/" + customer, "{\"customFields\":{\"erp\":\"D-1\"}}");
    assertThat(payload().path("updatedFields"))
        .isEqualTo(recordedFields("webhooks/customer-written.json"));
  }

  private JsonNode payload() throws InterruptedException {
    return hub.next().json().path("data").path("payload").path(0);
  }

  @Test
  void aHubHearsItsOwnWritesAndDeletionsApart() throws InterruptedException {
    String id = Catalogue.id("AH-1005");
    subscribe("product.deleted", true);
    shop.upsert("product", "{\"id\":\"" + id + "\",\"stock\":7}");
    shop.delete("product", "{\"id\":\"" + id + "\"}");
    JsonNode deleted = payload();
    assertThat(deleted.path("operation").asString()).isEqualTo("delete");
    assertThat(deleted.path("primaryKey").asString()).isEqualTo(id);
    assertThat(deleted.has("updatedFields")).isFalse();
  }

  @Test
  void ofRowsWithoutAWebhookNobodyHears() throws InterruptedException {
    String id = shop.place(LINE).path("id").asString();
    String delivery =
        shop.order(id, "{\"deliveries\":{}}").path("deliveries").path(0).path("id").asString();
    subscribe("order_delivery.written", false);
    shop.send("PATCH", "/api/order-delivery/" + delivery, "{\"trackingCodes\":[\"1\"]}");
    shop.send("PATCH", "/api/webhook/" + HOOK, "{\"eventName\":\"order_address.written\"}");
    shop.send(
        "PATCH",
        "/api/order-address/" + shop.order(id, "{}").path("billingAddressId").asString(),
        "{\"city\":\"Ulm\"}");
    assertThat(payload().path("entity").asString()).isEqualTo("order_address");
    assertThat(hub.received).isEmpty();
  }

  @Test
  void deliveryTransitionsFireNoOrderWritten() throws InterruptedException {
    String id = shop.place(LINE).path("id").asString();
    String delivery =
        shop.order(id, "{\"deliveries\":{}}").path("deliveries").path(0).path("id").asString();
    subscribe("order.written", true);
    shop.post("/api/_action/order_delivery/" + delivery + "/state/ship", "{}");
    shop.send("PATCH", "/api/order/" + id, "{\"customFields\":{\"erp\":\"SO-1\"}}");
    assertThat(
            hub.next()
                .json()
                .path("data")
                .path("payload")
                .path(0)
                .path("updatedFields")
                .valueStream()
                .map(JsonNode::asString))
        .contains("customFields");
    assertThat(hub.received).isEmpty();
  }

  @Test
  void customersAreNeverLive() throws InterruptedException {
    subscribe("customer.written", true);
    shop.place(LINE);
    shop.send("PATCH", "/api/webhook/" + HOOK, "{\"onlyLiveVersion\":false}");
    shop.place(LINE);
    JsonNode written = hub.next().json();
    assertThat(written.path("data").path("event").asString()).isEqualTo("customer.written");
    assertThat(hub.received).isEmpty();
  }

  @Test
  void aRegistrationCarriesTheCustomer() throws InterruptedException {
    subscribe("checkout.customer.register", false);
    shop.place(LINE);
    shop.post(
        "/_twin/shop/orders",
        "{\"customer\":{\"email\":\"neu@kunde.example\",\"guest\":false},\"lines\":" + LINE + "}");
    JsonNode customer = hub.next().json().path("data").path("payload").path("customer");
    assertThat(customer.path("email").asString()).isEqualTo("neu@kunde.example");
    assertThat(customer.path("addresses").size()).isEqualTo(1);
    assertThat(hub.received).isEmpty();
  }

  @Test
  void aRetryHasTheSameEventId() throws InterruptedException {
    subscribe("checkout.order.placed", false);
    hub.failuresLeft.set(2);
    shop.place(LINE);
    Set<String> ids = new java.util.HashSet<>();
    for (int i = 0; i < 3; i++) {
      ids.add(hub.next().json().path("source").path("eventId").asString());
    }
    assertThat(ids).hasSize(1);
  }

  @Test
  void tenFinalFailuresSwitchTheWebhookOff() throws InterruptedException {
    subscribe("checkout.order.placed", false);
    hub.failuresLeft.set(Integer.MAX_VALUE);
    for (int i = 0; i < 10; i++) {
      shop.place(LINE);
    }
    for (int i = 0; i < 40; i++) {
      assertThat(hub.next()).isNotNull();
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (active() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(active()).isFalse();
  }

  private boolean active() {
    return shop.get("/api/webhook/" + HOOK).json().path("data").path("active").asBoolean();
  }

  @Test
  void anAppShakesHandsAndGetsSignedWebhooks() throws InterruptedException {
    var installed =
        shop.post("/_twin/shop/apps", "{\"manifestUrl\":\"" + hub.url("/manifest.xml") + "\"}");
    assertThat(installed.status()).isEqualTo(201);
    HookReceiver.Received confirmation = hub.next();
    assertThat(confirmation.signed()).isTrue();
    JsonNode keys = confirmation.json();
    ShopClient app =
        ShopClient.signedIn(
            twin.uri(), keys.path("apiKey").asString(), keys.path("secretKey").asString());
    assertThat(app.post("/api/search/order", "{}").status()).isEqualTo(200);
    assertThat(app.post("/api/search/product", "{}").status()).isEqualTo(403);
    shop.place(LINE);
    HookReceiver.Received placed = hub.next();
    assertThat(placed.signed()).isTrue();
    assertThat(placed.json().path("source").path("shopId")).isEqualTo(keys.path("shopId"));
  }

  @Test
  void aWrongProofIsRefused() {
    hub.proofOverride = "00";
    var refused =
        shop.post("/_twin/shop/apps", "{\"manifestUrl\":\"" + hub.url("/manifest.xml") + "\"}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("proof");
    assertThat(hub.received).isEmpty();
  }
}
