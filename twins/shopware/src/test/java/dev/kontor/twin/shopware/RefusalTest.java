package dev.kontor.twin.shopware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.shopware.api.Client;
import dev.kontor.twin.shopware.shop.Catalogue;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a shop does not take, whoever sends it. */
class RefusalTest {
  private static final String GERMAN = "2fbb5fe2e29a4d70aa5854ce7ce3e20b";
  private static final String PRODUCT = Catalogue.id("AH-1005");
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

  private ShopClient.Reply product(String fields) {
    return shop.upsert("product", "{\"id\":\"" + PRODUCT + "\"," + fields + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name          | 255 | translations/%s/name
          ean           | 255 | ean
          productNumber | 64  | productNumber
          """)
  void textsHaveTheirLength(String field, int most, String place) {
    // An umlaut is one character, and so is an emoji.
    String longest = "Ä🚲" + "x".repeat(most - 2);
    assertThat(product("\"" + field + "\":\"" + longest + "\"").status()).isEqualTo(200);
    var longer = product("\"" + field + "\":\"" + longest + "x\"");
    assertThat(longer.status()).isEqualTo(400);
    assertThat(longer.pointers()).containsExactly("/p/0/" + place.formatted(GERMAN));
    assertThat(longer.error().path("code").asString())
        .isEqualTo("d94b19cc-114f-4f44-9cc4-4138e80a87b9");
  }

  @Test
  void longTextsHaveNone() {
    String text = "x".repeat(2000);
    assertThat(product("\"description\":\"" + text + "\",\"keywords\":\"" + text + "\"").status())
        .isEqualTo(200);
  }

  @Test
  void textsLoseTheirTagsButDescriptionsDoNot() {
    String text = "Kabel < 3 m <b>rot</b> & <3 kg";
    assertThat(product("\"name\":\"%1$s\",\"keywords\":\"%1$s\"".formatted(text)).status())
        .isEqualTo(200);
    assertThat(product("\"description\":\"" + text + "\"").status()).isEqualTo(200);
    JsonNode stored = shop.read("product", PRODUCT, "{}");
    assertThat(stored.path("name").asString()).isEqualTo("Kabel < 3 m rot & ");
    assertThat(stored.path("keywords").asString()).isEqualTo("Kabel < 3 m rot & ");
    assertThat(stored.path("description").asString()).isEqualTo(text);
  }

  @Test
  void aTextOfNothingButTagsIsRefusedEvenWhereNoneIsNeeded() {
    assertThat(product("\"ean\":\"<b></b>\"").pointers()).containsExactly("/p/0/ean");
    assertThat(product("\"ean\":\" \"").status()).isEqualTo(200);
  }

  @Test
  void textsOfAListHaveTheirLengthAndType() {
    String code = "\"" + "x".repeat(256) + "\"";
    String id = shop.place("[{\"productNumber\":\"AH-1005\"}]").path("id").asString();
    String delivery =
        shop.order(id, "{\"deliveries\":{}}").path("deliveries").path(0).path("id").asString();
    var reply =
        shop.upsert(
            "order_delivery",
            "{\"id\":\"%s\",\"trackingCodes\":[\"JJD-1\",%s,7]}".formatted(delivery, code));
    assertThat(reply.pointers()).containsExactly("/p/0/trackingCodes/1", "/p/0/trackingCodes/2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "customFields":"x"           | translations/%s/customFields
          "customFields":["x"]         | translations/%s/customFields
          "variantListingConfig":"x"   | variantListingConfig
          "active":1                   | active
          "stock":"61"                 | stock
          """)
  void valuesHaveTheirType(String field, String place) {
    var reply = product(field);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.pointers()).containsExactly("/p/0/" + place.formatted(GERMAN));
    assertThat(reply.error().path("code").asString())
        .isEqualTo("ba785a8c-82cb-4283-967c-3cf342181b40");
  }

  @Test
  void onlyATransitionChangesAState() {
    String id = shop.place("[{\"productNumber\":\"AH-1005\"}]").path("id").asString();
    String state = shop.order(id, "{}").path("stateId").asString();
    var reply = shop.send("PATCH", "/api/order/" + id, "{\"stateId\":\"" + state + "\"}");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.pointers()).containsExactly("/stateId");
    assertThat(reply.error().path("detail").asString())
        .startsWith(
            "Changing the state-machine-state of this entity is not allowed for scope crud");
  }

  @Test
  void anEntitysAddressTakesOneRow() {
    for (var reply :
        new ShopClient.Reply[] {
          shop.send("PATCH", "/api/product/" + PRODUCT, "[{\"name\":\"x\"}]"),
          shop.post("/api/tag", "[{\"name\":\"x\"}]")
        }) {
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.error().path("detail").asString())
          .startsWith("Only single write operations are supported.");
    }
  }

  @Test
  void aBodyIsReadOnlyWhenItIsCalledJson() {
    shop.with("Content-Type", "text/plain");
    var all = shop.post("/api/search/product", "{\"ids\":[\"" + PRODUCT + "\"]}");
    assertThat(all.json().path("total").asInt()).isGreaterThan(1);
    assertThat(shop.send("PATCH", "/api/product/" + PRODUCT, "{\"name\":\"x\"}").status())
        .isEqualTo(204);
    assertThat(shop.seen("AH-1005", "").path("name").asString()).isNotEqualTo("x");
  }

  @Test
  void indexingNeedsItsRight() throws IOException {
    Client few = new Client("SWIAFEWRIGHTS0000000000000", "s", Set.of("product:update"));
    try (var strict = ShopwareTwin.start(Options.demo().clients(few))) {
      ShopClient hub = ShopClient.signedIn(strict.uri(), few.accessKey(), few.secret());
      var reply = hub.post("/api/_action/index", "{}");
      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.error().path("detail").asString()).contains("api_action_cache_index");
    }
  }
}
