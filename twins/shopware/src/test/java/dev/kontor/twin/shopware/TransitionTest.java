package dev.kontor.twin.shopware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.ManualClock;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TransitionTest {
  private static final String ASSOCIATIONS =
      "{\"deliveries\":{},\"transactions\":{},\"lineItems\":{}}";
  private final ManualClock clock = new ManualClock("2026-11-21T09:45:54.528Z");
  private ShopwareTwin twin;
  private ShopClient shop;
  private String id;

  @BeforeEach
  void start() throws IOException {
    twin = ShopwareTwin.start(Options.demo().clock(clock));
    shop = ShopClient.admin(twin);
    id = shop.place("[{\"productNumber\":\"AH-1001\",\"quantity\":2}]").path("id").asString();
    clock.advance(Duration.ofSeconds(1));
  }

  @AfterEach
  void stop() {
    twin.close();
  }

  private ShopClient.Reply order(String action) {
    return shop.post("/api/_action/order/" + id + "/state/" + action, "{}");
  }

  private JsonNode read() {
    return shop.order(id, ASSOCIATIONS);
  }

  @Test
  void theAnswerIsTheBareState() {
    JsonNode recorded = Fixtures.json("transitions/order-cancel.json");
    JsonNode state = order("cancel").json();
    assertThat(state.propertyNames()).containsExactlyElementsOf(recorded.propertyNames());
    assertThat(state.path("technicalName")).isEqualTo(recorded.path("technicalName"));
    assertThat(state.path("id")).isEqualTo(recorded.path("id"));
    JsonNode wrapped =
        shop.post("/api/_action/state-machine/order/" + id + "/state/reopen", "{}").json();
    assertThat(wrapped.path("data").path("technicalName").asString()).isEqualTo("open");
  }

  @Test
  void illegalOnesAreRefusedAsRecorded() {
    order("cancel");
    assertThat(order("complete").json()).isEqualTo(Fixtures.json("errors/illegal-transition.json"));
    assertThat(order("verschicken").json())
        .isEqualTo(Fixtures.json("errors/unknown-transition.json"));
  }

  @Test
  void repeatingTheLastOneDoesNothing() {
    order("cancel");
    String updatedAt = read().path("updatedAt").asString();
    clock.advance(Duration.ofSeconds(5));
    assertThat(order("cancel").status()).isEqualTo(200);
    assertThat(read().path("updatedAt").asString()).isEqualTo(updatedAt);
    assertThat(shop.stock("AH-1001")).isEqualTo(500);
  }

  @Test
  void deliveryPaymentAndTrackingDoNotTouchTheOrder() {
    String delivery = read().path("deliveries").path(0).path("id").asString();
    String transaction = read().path("transactions").path(0).path("id").asString();
    shop.post("/api/_action/order_delivery/" + delivery + "/state/ship", "{}");
    shop.post("/api/_action/order_transaction/" + transaction + "/state/paid", "{}");
    shop.send("PATCH", "/api/order-delivery/" + delivery, "{\"trackingCodes\":[\"00340434\"]}");
    JsonNode order = read();
    assertThat(order.path("updatedAt").isNull()).isTrue();
    assertThat(order.path("deliveries").path(0).path("updatedAt").isNull()).isFalse();
    assertThat(order.path("deliveries").path(0).path("trackingCodes").path(0).asString())
        .isEqualTo("00340434");
    JsonNode truth = shop.get("/_twin/truth/orders").json().path(0);
    assertThat(truth.path("deliveryState").asString()).isEqualTo("shipped");
    assertThat(truth.path("paymentState").asString()).isEqualTo("paid");
    order("process");
    assertThat(read().path("updatedAt").asString()).isEqualTo("2026-11-21T09:45:55.528+00:00");
  }

  @Test
  void theMailIsSentUnlessDeclined() {
    order("process");
    shop.post("/api/_action/order/" + id + "/state/complete", "{\"sendMail\":false}");
    JsonNode mails = shop.get("/_twin/truth/mails").json();
    assertThat(mails.path("total").asInt()).isEqualTo(1);
    assertThat(mails.path("mails").path(0).path("occasion").asString())
        .isEqualTo("order.in_progress");
  }

  @Test
  void theOpenTransitionsAreListed() {
    JsonNode list = shop.get("/api/_action/state-machine/order/" + id + "/state").json();
    String recorded = Fixtures.json("config/state-transitions-of-an-order.json").toString();
    assertThat(list.toString()).isEqualTo(recorded.replace("01a1fd7f8260723ea700d55db49e85a4", id));
  }

  @Test
  void stockFollowsTheOrderInSixSix() {
    assertThat(shop.stock("AH-1001")).isEqualTo(498);
    String product = read().path("lineItems").path(0).path("productId").asString();
    assertThat(shop.get("/api/product/" + product).json().path("data").path("updatedAt").isNull())
        .isTrue();
    order("cancel");
    assertThat(shop.stock("AH-1001")).isEqualTo(500);
    order("reopen");
    assertThat(shop.stock("AH-1001")).isEqualTo(498);
    order("process");
    order("complete");
    assertThat(shop.stock("AH-1001")).isEqualTo(498);
  }

  @Test
  void stockFallsOnCompletionInSixFive() throws IOException {
    try (var old = ShopwareTwin.start(Options.demo().version(ShopVersion.V6_5))) {
      ShopClient other = ShopClient.admin(old);
      String placed =
          other.place("[{\"productNumber\":\"AH-1001\",\"quantity\":2}]").path("id").asString();
      assertThat(other.stock("AH-1001")).isEqualTo(500);
      JsonNode product =
          other
              .post(
                  "/api/search/product",
                  "{\"filter\":[{\"type\":\"equals\",\"field\":\"productNumber\",\"value\":\"AH-1001\"}]}")
              .row();
      assertThat(product.path("availableStock").asInt()).isEqualTo(498);
      other.post(
          "/api/_action/sync",
          "[{\"entity\":\"product\",\"action\":\"upsert\",\"payload\":[{\"id\":\""
              + product.path("id").asString()
              + "\",\"stock\":100}]}]");
      assertThat(
              other
                  .get("/api/product/" + product.path("id").asString())
                  .json()
                  .path("data")
                  .path("availableStock")
                  .asInt())
          .isEqualTo(98);
      other.post("/api/_action/order/" + placed + "/state/process", "{}");
      other.post("/api/_action/order/" + placed + "/state/complete", "{}");
      assertThat(other.stock("AH-1001")).isEqualTo(98);
    }
  }
}
