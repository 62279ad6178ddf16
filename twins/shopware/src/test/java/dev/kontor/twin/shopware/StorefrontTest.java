package dev.kontor.twin.shopware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Json;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StorefrontTest {
  private ShopwareTwin twin;
  private ShopClient shop;

  @BeforeEach
  void start() throws IOException {
    twin = ShopwareTwin.start(Options.demo());
    shop = ShopClient.admin(twin);
  }

  @AfterEach
  void stop() {
    twin.close();
  }

  @Test
  void aCloseoutProductIsNotOversoldButOthersAre() {
    var refused =
        shop.post(
            "/_twin/shop/orders", "{\"lines\":[{\"productNumber\":\"AH-1013\",\"quantity\":13}]}");
    assertThat(refused.status()).isEqualTo(500);
    assertThat(refused.error().path("code").asString()).isEqualTo("CHECKOUT__CART_INVALID");
    assertThat(shop.get("/_twin/truth/orders").json().size()).isZero();
    shop.place(
        "[{\"productNumber\":\"AH-1013\",\"quantity\":12},{\"productNumber\":\"AH-1001\",\"quantity\":503}]");
    assertThat(available("AH-1013")).isFalse();
    assertThat(shop.stock("AH-1001")).isEqualTo(-3);
    assertThat(available("AH-1001")).isTrue();
  }

  private boolean available(String number) {
    return shop.post(
            "/api/search/product",
            "{\"filter\":[{\"type\":\"equals\",\"field\":\"productNumber\",\"value\":\""
                + number
                + "\"}]}")
        .row()
        .path("available")
        .asBoolean();
  }

  @Test
  void aGuestIsANewCustomerEachTimeARegisteredOneIsNot() {
    String order =
        "{\"customer\":{\"email\":\"a@kunde.example\",\"guest\":%s},\"lines\":[{\"productNumber\":\"AH-1007\",\"quantity\":1}]}";
    IntStream.range(0, 2).forEach(i -> shop.post("/_twin/shop/orders", order.formatted("true")));
    assertThat(customers()).isEqualTo(2);
    IntStream.range(0, 2).forEach(i -> shop.post("/_twin/shop/orders", order.formatted("false")));
    assertThat(customers()).isEqualTo(3);
  }

  private int customers() {
    return shop.post(
            "/api/search/customer",
            "{\"filter\":[{\"type\":\"equals\",\"field\":\"email\",\"value\":\"a@kunde.example\"}]}")
        .json()
        .path("data")
        .size();
  }

  @Test
  void parallelOrdersGetTheirOwnNumbersAndAllTheirStock() {
    List<String> numbers =
        IntStream.range(0, 40)
            .parallel()
            .mapToObj(i -> shop.place("[{\"productNumber\":\"AH-1001\",\"quantity\":2}]"))
            .map(o -> o.path("orderNumber").asString())
            .toList();
    assertThat(numbers).doesNotHaveDuplicates().hasSize(40);
    assertThat(shop.stock("AH-1001")).isEqualTo(420);
  }

  @Test
  void editPayCancelRefund() {
    String id =
        shop.place(
                "[{\"productNumber\":\"AH-1007\",\"quantity\":4},{\"productNumber\":\"AH-2002\",\"quantity\":1}]")
            .path("id")
            .asString();
    assertThat(shop.order(id, "{}").path("updatedAt").isNull()).isTrue();
    String path = "/_twin/shop/orders/" + id;
    JsonNode edited =
        shop.post(
                path + "/edit",
                "{\"lines\":[{\"productNumber\":\"AH-1007\",\"quantity\":2},{\"productNumber\":\"AH-2002\",\"quantity\":0}]}")
            .json();
    // 2 × 7.77 + 4.90, the shipping costs of the first calculation.
    assertThat(edited.path("gross").asString()).isEqualTo("20.44");
    assertThat(shop.order(id, "{}").path("updatedAt").isNull()).isFalse();
    assertThat(shop.stock("AH-1007")).isEqualTo(498);
    assertThat(shop.stock("AH-2002")).isEqualTo(500);
    assertThat(shop.post(path + "/pay", "{}").json().path("paymentState").asString())
        .isEqualTo("paid");
    assertThat(
            shop.post(path + "/refund", "{\"amount\":\"7.77\",\"reason\":\"defekt\"}")
                .json()
                .path("paymentState")
                .asString())
        .isEqualTo("refunded_partially");
    JsonNode order =
        shop.order(
            id,
            "{\"transactions\":{\"associations\":{\"captures\":{\"associations\":{\"refunds\":{}}}}}}");
    JsonNode amount =
        order
            .path("transactions")
            .path(0)
            .path("captures")
            .path(0)
            .path("refunds")
            .path(0)
            .path("amount");
    assertThat(amount.path("totalPrice").toString()).isEqualTo("7.77");
    assertThat(shop.stock("AH-1007")).isEqualTo(498);
    assertThat(shop.post(path + "/cancel", "{}").json().path("state").asString())
        .isEqualTo("cancelled");
    assertThat(shop.stock("AH-1007")).isEqualTo(500);
  }

  @Test
  void theSameSeedGivesTheSameOrders() throws IOException {
    String wish = "{\"random\":{\"count\":25,\"seed\":7}}";
    JsonNode here = shop.post("/_twin/shop/orders", wish).json().path("orders");
    assertThat(here.size()).isEqualTo(25);
    try (var other = ShopwareTwin.start(Options.demo())) {
      JsonNode there =
          new ShopClient(other.uri()).post("/_twin/shop/orders", wish).json().path("orders");
      assertThat(there.valueStream().map(o -> o.path("gross").asString()))
          .containsExactlyElementsOf(
              here.valueStream().map(o -> o.path("gross").asString()).toList());
    }
  }

  @Test
  void productsAreSeededFromOutside() throws IOException {
    JsonNode seed =
        Json.MAPPER.readTree(
            "[{\"productNumber\":\"1896-S\",\"name\":\"ATHENS Desk\",\"gross\":\"1190.00\",\"taxRate\":\"19\",\"stock\":4,\"closeout\":true}]");
    try (var seeded = ShopwareTwin.start(Options.demo().catalogue(seed))) {
      ShopClient other = new ShopClient(seeded.uri());
      assertThat(other.get("/_twin/truth/stock").json().toString()).isEqualTo("{\"1896-S\":4}");
      JsonNode order = other.place("[{\"productNumber\":\"1896-S\",\"quantity\":1}]");
      assertThat(order.path("gross").asString()).isEqualTo("1190.00");
      assertThat(order.path("net").asString()).isEqualTo("1000.00");
    }
  }

  @Test
  void numbersAreReservedWithGaps() {
    assertThat(number("order?preview=1")).isEqualTo("10000");
    assertThat(number("order")).isEqualTo("10000");
    assertThat(
            shop.place("[{\"productNumber\":\"AH-1007\",\"quantity\":1}]")
                .path("orderNumber")
                .asString())
        .isEqualTo("10001");
  }

  private String number(String type) {
    return shop.get("/api/_action/number-range/reserve/" + type).json().path("number").asString();
  }

  @Test
  void sixSevenNamesThePrimaryDelivery() throws IOException {
    try (var fresh = ShopwareTwin.start(Options.demo().version(ShopVersion.V6_7))) {
      ShopClient other = ShopClient.admin(fresh);
      String id =
          other
              .post(
                  "/_twin/shop/orders",
                  "{\"promotions\":[\"VERSANDFREI\"],\"lines\":[{\"productNumber\":\"AH-1007\",\"quantity\":1}]}")
              .json()
              .path("orders")
              .path(0)
              .path("id")
              .asString();
      JsonNode order = other.order(id, "{\"deliveries\":{},\"primaryOrderDelivery\":{}}");
      assertThat(order.path("deliveries").size()).isEqualTo(2);
      assertThat(
              order
                  .path("primaryOrderDelivery")
                  .path("shippingCosts")
                  .path("totalPrice")
                  .toString())
          .isEqualTo("4.9");
    }
    String id =
        shop.place("[{\"productNumber\":\"AH-1007\",\"quantity\":1}]").path("id").asString();
    assertThat(shop.order(id, "{}").has("primaryOrderDeliveryId")).isFalse();
  }

  @Test
  void documentsAreUploadedOnce() {
    String id =
        shop.place("[{\"productNumber\":\"AH-1007\",\"quantity\":1}]").path("id").asString();
    String wish =
        "[{\"orderId\":\""
            + id
            + "\",\"fileType\":\"pdf\",\"static\":true,\"config\":{\"documentNumber\":\"RE-1\"}}]";
    JsonNode created = shop.post("/api/_action/order/document/invoice/create", wish).json();
    String document = created.path("data").path(0).path("documentId").asString();
    assertThat(created.path("data").path(0).path("documentMediaId").isNull()).isTrue();
    JsonNode again = shop.post("/api/_action/order/document/invoice/create", wish).json();
    assertThat(again.path("errors").path(id).path(0).path("code").asString())
        .isEqualTo("DOCUMENT__NUMBER_ALREADY_EXISTS");
    String upload = "/api/_action/document/" + document + "/upload?fileName=RE-1&extension=pdf";
    shop.with("Content-Type", "application/pdf");
    assertThat(shop.post(upload, "%PDF").status()).isEqualTo(200);
    assertThat(shop.post(upload, "%PDF").error().path("detail").asString())
        .isEqualTo("Unable to generate document. Document already exists");
  }
}
