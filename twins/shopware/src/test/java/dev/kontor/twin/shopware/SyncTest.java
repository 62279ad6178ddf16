package dev.kontor.twin.shopware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.ManualClock;
import dev.kontor.twin.shopware.shop.Catalogue;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SyncTest {
  private static final String TAX = "01a1fd5a746c70fa8c32d10c9463587e";
  private static final String EURO = "b7d2554b0ce847cd82f3ac9bd1c0dfca";
  private static final String NEW = "1ac51b39a2b56205402dde7306fc72f8";
  private static final String PRICE =
      "[{\"currencyId\":\"" + EURO + "\",\"gross\":9.99,\"net\":8.394958,\"linked\":true}]";
  private final ManualClock clock = new ManualClock("2026-11-21T09:45:54.528Z");
  private ShopwareTwin twin;
  private ShopClient shop;
  private String known;

  @BeforeEach
  void start() throws IOException {
    twin = ShopwareTwin.start(Options.demo().clock(clock));
    shop = ShopClient.admin(twin);
    known = Catalogue.id("AH-1008");
  }

  @AfterEach
  void stop() {
    twin.close();
  }

  private ShopClient.Reply upsert(String payload) {
    return operation("upsert", "product", payload);
  }

  private ShopClient.Reply operation(String action, String entity, String payload) {
    return shop.post(
        "/api/_action/sync",
        "[{\"key\":\"p\",\"entity\":\""
            + entity
            + "\",\"action\":\""
            + action
            + "\",\"payload\":["
            + payload
            + "]}]");
  }

  private static String product(String id, String number, String more) {
    return "{\"id\":\""
        + id
        + "\",\"productNumber\":\""
        + number
        + "\",\"name\":\"Neu\",\"stock\":1,\"taxId\":\""
        + TAX
        + "\",\"price\":"
        + PRICE
        + more
        + "}";
  }

  private JsonNode read(String id) {
    return shop.get("/api/product/" + id).json().path("data");
  }

  @Test
  void stockIsWrittenAndEveryTouchedRowNamed() {
    var reply =
        shop.with("indexing-behavior", "use-queue-indexing")
            .post(
                "/api/_action/sync",
                "{\"s\":{\"entity\":\"product\",\"action\":\"upsert\",\"payload\":[{\"id\":\""
                    + known
                    + "\",\"stock\":490}]}}");
    assertThat(reply.status()).isEqualTo(200);
    String recorded =
        Fixtures.json("sync/stock-queue-indexing.json")
            .toString()
            .replace("dbdb88cc94576e611253e2ba143ac5e0", known);
    assertThat(reply.json()).isEqualTo(Json.MAPPER.readTree(recorded));
    JsonNode row = read(known);
    assertThat(row.path("stock").asInt()).isEqualTo(490);
    assertThat(row.path("availableStock").asInt()).isEqualTo(490);
    assertThat(row.path("updatedAt").asString()).isEqualTo("2026-11-21T09:45:54.528+00:00");
  }

  @Test
  void createAnswersAsRecorded() {
    var reply = upsert(product(NEW, "AH-7001", ",\"customFields\":{\"erp_id\":\"1\"}"));
    assertThat(reply.json()).isEqualTo(Fixtures.json("sync/create-success.json"));
    assertThat(read(NEW).path("price").path(0).path("gross").toString()).isEqualTo("9.99");
    assertThat(read(NEW).path("updatedAt").isNull()).isTrue();
  }

  @Test
  void anUnknownIdIsACreateThatLacksItsFields() {
    var reply = upsert("{\"id\":\"6c0f259e76cd959c81c257df52af309c\",\"stock\":5}");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json()).isEqualTo(Fixtures.json("sync/unknown-product-id-stock.json"));
  }

  @Test
  void oneBadRowUndoesAll() {
    var reply =
        upsert(
            "{\"id\":\""
                + known
                + "\",\"stock\":444},{\"id\":\"02132f2c3af0373b70ae78297f97036e\",\"productNumber\":\"AH-7002\",\"stock\":\"viele\"}");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json()).isEqualTo(Fixtures.json("sync/validation-error.json"));
    assertThat(shop.stock("AH-1008")).isEqualTo(500);
    assertThat(read(known).path("updatedAt").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"61\"", "61.5", "true"})
  void stockIsAnIntegerOrNothing(String stock) {
    var reply = upsert("{\"id\":\"" + known + "\",\"stock\":" + stock + "}");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.error().path("template").asString())
        .isEqualTo("This value should be of type {{ type }}.");
    assertThat(reply.error().path("source").path("pointer").asString()).isEqualTo("/p/0/stock");
  }

  @Test
  void aPriceMayBeTextButNeedsTheDefaultCurrency() {
    assertThat(
            upsert(
                    "{\"id\":\""
                        + known
                        + "\",\"price\":[{\"currencyId\":\""
                        + EURO
                        + "\",\"gross\":\"12.50\",\"net\":\"10.50\",\"linked\":false}]}")
                .status())
        .isEqualTo(200);
    assertThat(read(known).path("price").path(0).path("gross").toString()).isEqualTo("12.5");
    var reply =
        upsert(
            "{\"id\":\""
                + known
                + "\",\"price\":[{\"currencyId\":\"01a1fd5a763c7232a9a44472120f4d57\",\"gross\":1,\"net\":1,\"linked\":false}]}");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.error().path("source").path("pointer").asString()).isEqualTo("/p/0/price");
  }

  @Test
  void refusalsLookAsRecorded() {
    assertThat(operation("upsert", "artikel", "{}").json())
        .isEqualTo(Fixtures.json("sync/unknown-entity.json"));
    assertThat(upsert(product("440937825f45b36e6ce9a9efea788ece", "AH-1001", "")).json())
        .isEqualTo(Fixtures.json("sync/duplicate-product-number.json"));
    var key = upsert("{\"id\":\"" + known + "\",\"taxId\":\"46c7c4087b82ba67dddd3a1d23eaf731\"}");
    assertThat(key.status()).isEqualTo(500);
    assertThat(key.json()).isEqualTo(Fixtures.json("sync/bad-foreign-key.json"));
    assertThat(upsert("{\"id\":\"" + known + "\",\"availableStock\":3}").status()).isEqualTo(400);
    assertThat(upsert("{\"id\":\"DBDB88CC94576E611253E2BA143AC5E0\",\"stock\":3}").status())
        .isEqualTo(400);
  }

  @Test
  void unknownFieldsAreIgnored() {
    var reply = upsert("{\"id\":\"" + known + "\",\"lagerbestand\":5}");
    String recorded =
        Fixtures.json("sync/unknown-field.json")
            .toString()
            .replace("dbdb88cc94576e611253e2ba143ac5e0", known);
    assertThat(reply.json()).isEqualTo(Json.MAPPER.readTree(recorded));
  }

  @Test
  void deletingAnUnknownIdIsReportedNotRefused() {
    assertThat(
            operation("delete", "product", "{\"id\":\"7bfb8b9e25695ab5476c6f61c9b8cc9f\"}").json())
        .isEqualTo(Fixtures.json("sync/delete-unknown-id.json"));
  }

  @Test
  void aDeletedProductLeavesItsOrderLines() {
    JsonNode order = shop.place("[{\"productNumber\":\"AH-1008\",\"quantity\":1}]");
    assertThat(
            operation("delete", "product", "{\"id\":\"" + known + "\"}")
                .json()
                .path("deleted")
                .path("product")
                .path(0)
                .asString())
        .isEqualTo(known);
    JsonNode line =
        shop.order(order.path("id").asString(), "{\"lineItems\":{}}").path("lineItems").path(0);
    assertThat(line.path("productId").isNull()).isTrue();
    assertThat(line.path("referencedId").asString()).isEqualTo(known);
    assertThat(line.path("payload").path("productNumber").asString()).isEqualTo("AH-1008");
  }

  @Test
  void customFieldsMergePerKeyAndAnEmptyMapWipes() {
    upsert("{\"id\":\"" + known + "\",\"customFields\":{\"a\":1,\"b\":{\"x\":1}}}");
    upsert("{\"id\":\"" + known + "\",\"customFields\":{\"b\":{\"y\":2},\"c\":null}}");
    assertThat(read(known).path("customFields"))
        .isEqualTo(Json.MAPPER.readTree("{\"a\":1,\"b\":{\"y\":2},\"c\":null}"));
    upsert("{\"id\":\"" + known + "\",\"customFields\":{}}");
    assertThat(read(known).path("customFields").isNull()).isTrue();
  }

  @Test
  void listsOnlyGrow() {
    String tier =
        "{\"id\":\"%s\",\"prices\":[{\"id\":\"%s\",\"ruleId\":\"dddddddddddddddddddddddddddddd01\",\"quantityStart\":%d,\"price\":"
            + PRICE
            + "}]}";
    upsert(tier.formatted(known, "11111111111111111111111111111111", 1));
    upsert(tier.formatted(known, "22222222222222222222222222222222", 10));
    JsonNode row =
        shop.post(
                "/api/search/product",
                "{\"ids\":[\"" + known + "\"],\"associations\":{\"prices\":{}}}")
            .row();
    assertThat(row.path("prices").size()).isEqualTo(2);
    assertThat(shop.get("/api/product/" + known).json().path("data").path("prices").size())
        .isZero();
    operation("delete", "product_price", "{\"id\":\"11111111111111111111111111111111\"}");
    assertThat(
            shop.post(
                    "/api/search-ids/product-price",
                    "{\"filter\":[{\"type\":\"equals\",\"field\":\"productId\",\"value\":\""
                        + known
                        + "\"}]}")
                .json()
                .path("data")
                .size())
        .isEqualTo(1);
  }

  @Test
  void singleWritesAnswerWithoutBody() {
    var created = shop.post("/api/product", product(NEW, "AH-7001", ""));
    assertThat(created.status()).isEqualTo(204);
    assertThat(created.text()).isEmpty();
    assertThat(shop.send("PATCH", "/api/product/" + NEW, "{\"ean\":\"4006381333931\"}").status())
        .isEqualTo(204);
    assertThat(read(NEW).path("ean").asString()).isEqualTo("4006381333931");
    var unknown =
        shop.send("PATCH", "/api/product/7bfb8b9e25695ab5476c6f61c9b8cc9f", "{\"stock\":1}");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.error().path("code").asString())
        .isEqualTo("FRAMEWORK__WRITE_TYPE_INTEND_ERROR");
    assertThat(shop.send("DELETE", "/api/product/" + NEW, null).status()).isEqualTo(204);
    assertThat(shop.get("/api/product/" + NEW).status()).isEqualTo(404);
  }
}
