package dev.kontor.twin.shopware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.ManualClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An order is edited as the administration does: in a version of its own that is merged. */
class OrderEditTest {
  private static final String CASH_ON_DELIVERY =
      """
      {"identifier":"fee","type":"custom","label":"Nachnahmegebühr","description":"Gebühr","quantity":1,
       "priceDefinition":{"price":7.00,"quantity":1,"isCalculated":false,"type":"quantity",
        "taxRules":[{"taxRate":19,"percentage":100}]}}""";
  private static final String LOYALTY =
      """
      {"identifier":"thanks","label":"Treuerabatt","quantity":1,
       "priceDefinition":{"price":-5.00,"quantity":1,"type":"absolute"}}""";

  private final ManualClock clock = new ManualClock("2026-11-21T09:45:58.380Z");
  private ShopwareTwin twin;
  private ShopClient shop;
  private String id;

  @BeforeEach
  void start() throws IOException {
    twin = ShopwareTwin.start(Options.demo().clock(clock));
    shop = ShopClient.admin(twin);
    id =
        shop.place(
                "[{\"productNumber\":\"AH-1005\",\"quantity\":2},{\"productNumber\":\"AH-2002\",\"quantity\":1}]")
            .path("id")
            .asString();
    clock.advance(Duration.ofSeconds(1));
  }

  @AfterEach
  void stop() {
    twin.close();
  }

  private String draft() {
    return shop.post("/api/_action/version/order/" + id, "{}").json().path("versionId").asString();
  }

  private int in(String draft, String method, String path, String body) {
    shop.with("sw-version-id", draft);
    int status = shop.send(method, path, body).status();
    shop.without("sw-version-id");
    return status;
  }

  private int merge(String draft) {
    return shop.post("/api/_action/version/merge/order/" + draft, "{}").status();
  }

  private JsonNode read() {
    return shop.order(
        id,
        "{\"lineItems\":{\"sort\":[{\"field\":\"position\"}]},\"deliveries\":{\"associations\":{\"positions\":{}}},\"transactions\":{}}");
  }

  private static List<String> taxes(JsonNode price) {
    return price
        .path("calculatedTaxes")
        .valueStream()
        .map(t -> t.path("taxRate") + "% of " + t.path("price") + ": " + t.path("tax"))
        .toList();
  }

  @Test
  void customAndCreditLinesAreTaxedAsRecorded() {
    String draft = draft();
    assertThat(in(draft, "POST", "/api/_action/order/" + id + "/lineItem", CASH_ON_DELIVERY))
        .isEqualTo(204);
    assertThat(in(draft, "POST", "/api/_action/order/" + id + "/creditItem", LOYALTY))
        .isEqualTo(204);
    assertThat(merge(draft)).isEqualTo(204);

    JsonNode order = read();
    JsonNode custom = order.path("lineItems").path(2);
    assertThat(custom.path("type").asString()).isEqualTo("custom");
    assertThat(custom.path("totalPrice")).hasToString("8.33");
    assertThat(taxes(custom.path("price"))).containsExactly("19% of 8.33: 1.33");
    JsonNode credit = order.path("lineItems").path(3);
    assertThat(credit.path("type").asString()).isEqualTo("credit");
    assertThat(taxes(credit.path("price")))
        .containsExactly("19% of -4.28: -0.68", "7% of -0.72: -0.05");
    assertThat(order.path("amountTotal")).hasToString("68.01");
    assertThat(taxes(order.path("price")))
        .containsExactly("19% of 58.13: 9.28", "7% of 9.88: 0.64");
    assertThat(order.path("deliveries").path(0).path("positions")).hasSize(2);
  }

  @Test
  void aDraftIsNobodysBusinessUntilItIsMerged() {
    JsonNode before = read();
    String line = before.path("lineItems").path(0).path("id").asString();
    String draft = draft();
    assertThat(in(draft, "PATCH", "/api/order-line-item/" + line, "{\"quantity\":1}"))
        .isEqualTo(204);
    assertThat(read()).isEqualTo(before);
    assertThat(shop.stock("AH-1005")).isEqualTo(498);

    assertThat(merge(draft)).isEqualTo(204);
    assertThat(read().path("lineItems").path(0).path("quantity").asInt()).isEqualTo(1);
    assertThat(shop.stock("AH-1005")).isEqualTo(499);
    assertThat(merge(draft)).as("merged once").isEqualTo(404);
  }

  @Test
  void aDiscardedDraftChangesNothing() {
    JsonNode before = read();
    String line = before.path("lineItems").path(0).path("id").asString();
    String draft = draft();
    in(draft, "DELETE", "/api/order-line-item/" + line, "");
    shop.post("/api/_action/version/" + draft + "/order/" + id, "{}");
    assertThat(merge(draft)).isEqualTo(404);
    assertThat(read()).isEqualTo(before);
  }

  @Test
  void everyLineAndDeliveryIsTouchedButNoPayment() {
    JsonNode before = read();
    String draft = draft();
    in(draft, "POST", "/api/_action/order/" + id + "/creditItem", LOYALTY);
    merge(draft);
    JsonNode order = read();
    assertThat(order.path("lineItems").path(1).path("updatedAt").isString()).isTrue();
    assertThat(order.path("deliveries").path(0).path("updatedAt").isString()).isTrue();
    assertThat(order.path("transactions")).isEqualTo(before.path("transactions"));
  }

  @Test
  void aLiveOrderIsNotRecalculated() {
    var reply = shop.post("/api/_action/order/" + id + "/creditItem", LOYALTY);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(read().path("lineItems")).hasSize(2);
  }

  @Test
  void draftsAreToldOnlyToThoseWhoWantThem() throws Exception {
    try (HookReceiver hub = new HookReceiver()) {
      subscribe("live", hub.url("/hook"), true);
      subscribe("all", hub.url("/hook"), false);
      String draft = draft();
      HookReceiver.Received told = hub.next();
      assertThat(told.json().path("data").path("payload").path(0).path("versionId").asString())
          .isEqualTo(draft);
      in(draft, "POST", "/api/_action/order/" + id + "/creditItem", LOYALTY);
      assertThat(
              hub.next().json().path("data").path("payload").path(0).path("versionId").asString())
          .isEqualTo(draft);
      merge(draft);
      List<String> versions = List.of(version(hub.next()), version(hub.next()));
      assertThat(versions).containsOnly("0fa91ce3e96a4bc2be4bd9ce752c3425");
    }
  }

  private static String version(HookReceiver.Received received) {
    return received.json().path("data").path("payload").path(0).path("versionId").asString();
  }

  private void subscribe(String name, String url, boolean onlyLive) {
    shop.post(
        "/api/webhook",
        Json.object()
            .put("name", name)
            .put("eventName", "order.written")
            .put("url", url)
            .put("onlyLiveVersion", onlyLive));
  }
}
