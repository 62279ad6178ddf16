package dev.kontor.twin.shopware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.shopware.api.Client;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Products with everything around them, as a hub writes them. */
class CatalogueWriteTest {
  private static final String JACKET = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa01";
  private static final String ROOT = "01a1fd5a746d734db4af16b739ca30fe";
  private static final String CHANNEL = "98432def39fc4624b33213a56b8c944d";
  private static final String ENGLISH = "01a1fd5a80087189960ec7bb57196bf4";
  private static final String GERMAN = "2fbb5fe2e29a4d70aa5854ce7ce3e20b";
  private static final String PRODUCT =
      """
      {"id":"%s","productNumber":"%s","name":"Jacke","stock":5,"taxId":"01a1fd5a746c70fa8c32d10c9463587e",
       "price":[{"currencyId":"b7d2554b0ce847cd82f3ac9bd1c0dfca","gross":119,"net":100,"linked":false}]%s}
      """;
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

  private ShopClient.Reply jacket(String more) {
    return shop.upsert("product", PRODUCT.formatted(JACKET, "J-1", more));
  }

  private JsonNode read(String associations) {
    return shop.read("product", JACKET, associations);
  }

  @Test
  void aProductComesWithAllThatBelongsToIt() {
    var reply =
        jacket(
            """
            ,"manufacturer":{"id":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa02","name":"Loden KG"},
            "unit":{"id":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa03","shortCode":"m","name":"Meter"},
            "purchaseUnit":1.5,"referenceUnit":1,"weight":"0.750","ean":"4006381333931",
            "categories":[{"id":"%s"},{"id":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa04","name":"Jacken","parentId":"%s"}],
            "properties":[{"id":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa05","name":"Loden","group":{"name":"Stoff"}}],
            "tags":[{"name":"neu"}],"visibilities":[{"salesChannelId":"%s","visibility":30}],
            "customFields":{"erp":"I-1"}
            """
                .formatted(ROOT, ROOT, CHANNEL));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("data").path("product_category").toString())
        .contains("{\"productId\":\"" + JACKET + "\",\"categoryId\":\"" + ROOT + "\"}");
    JsonNode seen = shop.seen("J-1", "");
    assertThat(seen.path("obstacle").isNull()).isTrue();
    assertThat(seen.path("manufacturer").asString()).isEqualTo("Loden KG");
    assertThat(seen.path("unit").asString()).isEqualTo("Meter");
    assertThat(seen.path("weight").toString()).isEqualTo("0.75");
    assertThat(seen.path("categories").toString()).isEqualTo("[\"Katalog #1\",\"Jacken\"]");
    assertThat(seen.path("properties").toString()).isEqualTo("[\"Loden\"]");
    assertThat(seen.path("unitPrice").asString()).isEqualTo("119.00");
    JsonNode category =
        shop.read("category", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa04", "{\"products\":{}}");
    assertThat(category.path("level").asInt()).isEqualTo(2);
    assertThat(category.path("path").asString()).isEqualTo("|" + ROOT + "|");
    assertThat(category.path("breadcrumb").toString()).isEqualTo("[\"Katalog #1\",\"Jacken\"]");
    assertThat(category.path("products").path(0).path("id").asString()).isEqualTo(JACKET);
  }

  @Test
  void joinsGrowAndGoByBothIds() {
    jacket(",\"categories\":[{\"id\":\"" + ROOT + "\"}]");
    shop.upsert("category", "{\"id\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa04\",\"name\":\"Neu\"}");
    shop.upsert(
        "product",
        "{\"id\":\"%s\",\"categories\":[{\"id\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa04\"}]}"
            .formatted(JACKET));
    assertThat(read("{}").path("categoryIds")).hasSize(2);
    String key = "{\"productId\":\"%s\",\"categoryId\":\"%s\"}".formatted(JACKET, ROOT);
    JsonNode gone = shop.delete("product_category", key).json();
    assertThat(gone.path("deleted").path("product_category").path(0).toString()).isEqualTo(key);
    assertThat(shop.delete("product_category", key).json().path("notFound").toString())
        .isEqualTo("{\"product_category\":[" + key + "]}");
    assertThat(read("{}").path("categoryIds").toString())
        .isEqualTo("[\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa04\"]");
    assertThat(read("{}").path("categoryTree")).hasSize(1);
    shop.upsert("product_category", key);
    assertThat(read("{}").path("categoryIds")).hasSize(2);
    assertThat(shop.delete("product_category", "{\"productId\":\"" + JACKET + "\"}").status())
        .isEqualTo(400);
  }

  @Test
  void anUnknownCategoryIsAForeignKeyNotANewCategory() {
    var reply = jacket(",\"categories\":[{\"id\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaff\"}]");
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.error().path("code").asString()).isEqualTo("1452");
    assertThat(shop.get("/api/product/" + JACKET).status()).isEqualTo(404);
  }

  @Test
  void variantsTakeFromTheirParentWhatIsNull() {
    String blue = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa11";
    jacket(
        """
        ,"visibilities":[{"salesChannelId":"%s","visibility":30}],
        "configuratorSettings":[{"option":{"id":"%s","name":"Blau","group":{"name":"Farbe"}}}],
        "children":[{"id":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa12","productNumber":"J-1-B","stock":3,
          "options":[{"id":"%s"}]}]
        """
            .formatted(CHANNEL, blue, blue));
    JsonNode child = shop.seen("J-1-B", "");
    assertThat(child.path("name").asString()).isEqualTo("Jacke");
    assertThat(child.path("unitPrice").asString()).isEqualTo("119.00");
    assertThat(child.path("options").toString()).isEqualTo("[\"Blau\"]");
    assertThat(child.path("obstacle").isNull()).isTrue();
    assertThat(shop.seen("J-1", "").path("obstacle").asString()).isEqualTo("it has variants");
    JsonNode row = shop.read("product", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa12", "{}");
    assertThat(row.path("name").isNull()).isTrue();
    assertThat(row.path("variation").toString())
        .isEqualTo("[{\"group\":\"Farbe\",\"option\":\"Blau\"}]");
    assertThat(read("{}").path("childCount").asInt()).isEqualTo(1);
    var twice =
        shop.upsert(
            "product_configurator_setting",
            "{\"productId\":\"%s\",\"optionId\":\"%s\"}".formatted(JACKET, blue));
    assertThat(twice.error().path("code").asString())
        .isEqualTo("PRODUCT_CONFIGURATION_OPTION_EXISTS_ALREADY");
    var used = shop.delete("property_group_option", "{\"id\":\"" + blue + "\"}");
    assertThat(used.status()).isEqualTo(409);
    assertThat(used.error().path("detail").asString()).contains("product (1)");
  }

  @Test
  void wordsStandInTheirLanguage() {
    jacket(
        ",\"translations\":{\"en-GB\":{\"name\":\"Jacket\"}},\"description\":{\"%s\":\"<b>warm</b>\"}"
            .formatted(GERMAN));
    JsonNode german = read("{\"translations\":{}}");
    assertThat(german.path("name").asString()).isEqualTo("Jacke");
    assertThat(german.path("translations")).hasSize(2);
    shop.with("sw-language-id", ENGLISH);
    JsonNode english = read("{}");
    assertThat(english.path("name").asString()).isEqualTo("Jacket");
    assertThat(english.path("description").isNull()).isTrue();
    assertThat(english.path("translated").path("description").asString()).isEqualTo("<b>warm</b>");
    shop.send("PATCH", "/api/product/" + JACKET, "{\"name\":\"Coat\"}");
    assertThat(read("{}").path("name").asString()).isEqualTo("Coat");
    shop.without("sw-language-id");
    assertThat(read("{}").path("name").asString()).isEqualTo("Jacke");
    assertThat(shop.seen("J-1", "language=en-GB").path("name").asString()).isEqualTo("Coat");
    String key = "{\"productId\":\"%s\",\"languageId\":\"%s\"}".formatted(JACKET, ENGLISH);
    assertThat(shop.delete("product_translation", key).json().path("deleted").isEmpty()).isFalse();
    assertThat(shop.seen("J-1", "language=en-GB").path("name").asString()).isEqualTo("Jacke");
  }

  @Test
  void aFirstTranslationMustBeTheSystemLanguages() {
    var reply =
        shop.upsert("category", "{\"translations\":{\"" + ENGLISH + "\":{\"name\":\"Jackets\"}}}");
    assertThat(reply.error().path("code").asString()).isEqualTo("MISSING-SYSTEM-TRANSLATION");
    assertThat(reply.error().path("source").path("pointer").asString())
        .isEqualTo("/p/0/translations/" + GERMAN);
  }

  @Test
  void numbersStandForIdsWhereSyncResolvesThem() {
    String resolver = "{\"resolver\":\"product.number\",\"value\":\"%s\"}";
    jacket("");
    var known =
        shop.upsert(
            "product_visibility",
            "{\"productId\":%s,\"salesChannelId\":\"%s\",\"visibility\":10}"
                .formatted(resolver.formatted("J-1"), CHANNEL));
    assertThat(known.status()).isEqualTo(200);
    assertThat(read("{\"visibilities\":{}}").path("visibilities")).hasSize(1);
    var unknown =
        shop.upsert(
            "product_visibility",
            "{\"productId\":%s,\"salesChannelId\":\"%s\",\"visibility\":10}"
                .formatted(resolver.formatted("NIX"), CHANNEL));
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.error().path("code").asString())
        .isEqualTo("FRAMEWORK__API_INVALID_SYNC_RESOLVERS");
    assertThat(unknown.error().path("detail").asString())
        .isEqualTo(
            "Can not resolve foreign key at position p/0/productId. Reference field:"
                + " product_visibility.productId");
  }

  @Test
  void aProductIsVisibleOnceInAChannel() {
    String visibility = "{\"productId\":\"%s\",\"salesChannelId\":\"%s\",\"visibility\":%d}";
    jacket("");
    assertThat(
            shop.upsert("product_visibility", visibility.formatted(JACKET, CHANNEL, 30)).status())
        .isEqualTo(200);
    var twice = shop.upsert("product_visibility", visibility.formatted(JACKET, CHANNEL, 10));
    assertThat(twice.status()).isEqualTo(500);
    assertThat(twice.error().path("code").asString()).isEqualTo("1062");
    assertThat(twice.error().path("detail").asString())
        .endsWith("for key 'product_visibility.uniq.product_id__sales_channel_id'");
    assertThat(read("{\"visibilities\":{}}").path("visibilities")).hasSize(1);
  }

  @Test
  void numbersDifferByMoreThanTheirCase() {
    jacket("");
    var twice =
        shop.upsert("product", PRODUCT.formatted("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa20", "j-1", ""));
    assertThat(twice.error().path("code").asString())
        .isEqualTo("CONTENT__DUPLICATE_PRODUCT_NUMBER");
    JsonNode found =
        shop.post(
                "/api/search/product",
                "{\"filter\":[{\"type\":\"equals\",\"field\":\"productNumber\",\"value\":\"j-1\"}]}")
            .row();
    assertThat(found.path("id").asString()).isEqualTo(JACKET);
  }

  @Test
  void customFieldsHaveOneNameEach() {
    String field = "{\"name\":\"kontor_erp\",\"type\":\"text\"}";
    assertThat(shop.upsert("custom_field", field).status()).isEqualTo(200);
    assertThat(shop.upsert("custom_field", field).error().path("code").asString())
        .isEqualTo("1062");
  }

  @Test
  void whatIsInUseCannotBeDeleted() {
    var reply = shop.delete("tax", "{\"id\":\"01a1fd5a746c70fa8c32d10c9463587e\"}");
    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.error().path("code").asString()).isEqualTo("FRAMEWORK__DELETE_RESTRICTED");
    assertThat(reply.error().path("detail").asString())
        .startsWith(
            "The delete request for tax was denied due to a conflict. The entity is currently in"
                + " use by: product (");
  }

  @Test
  void oneWrongRowUndoesAllAndNamesItsPlace() {
    var reply =
        shop.upsert(
            "product",
            PRODUCT.formatted(JACKET, "J-1", "")
                + ","
                + PRODUCT.formatted(
                    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa20",
                    "J-2",
                    ",\"minPurchase\":0,\"availableStock\":3,\"visibilities\":[{\"visibility\":\"viel\"}]"));
    assertThat(reply.pointers())
        .containsExactlyInAnyOrder(
            "/p/1/availableStock",
            "/p/1/minPurchase",
            "/p/1/visibilities/0/salesChannelId",
            "/p/1/visibilities/0/visibility");
    assertThat(shop.get("/api/product/" + JACKET).status()).isEqualTo(404);
  }

  @Test
  void aLaterOperationMayBringWhatAnEarlierOneNames() {
    var reply =
        shop.post(
            "/api/_action/sync",
            """
            {"join":{"entity":"product_tag","action":"upsert","payload":[{"productId":"%s","tagId":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa31"}]},
             "product":{"entity":"product","action":"upsert","payload":[%s]},
             "maker":{"entity":"product_manufacturer","action":"upsert","payload":[{"id":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa30","name":"X"}]},
             "tag":{"entity":"tag","action":"upsert","payload":[{"id":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa31","name":"t"}]}}
            """
                .formatted(
                    JACKET,
                    PRODUCT.formatted(
                        JACKET,
                        "J-1",
                        ",\"manufacturerId\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa30\"")));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("data").propertyNames())
        .containsExactly(
            "product",
            "product_manufacturer",
            "product_manufacturer_translation",
            "product_tag",
            "product_translation",
            "tag");
    assertThat(read("{\"tags\":{}}").path("tags")).hasSize(1);
  }

  @Test
  void withoutIndexingDerivedFieldsStayOld() {
    shop.with("indexing-behavior", "disable-indexing");
    jacket(",\"categories\":[{\"id\":\"" + ROOT + "\"}]");
    shop.without("indexing-behavior");
    assertThat(read("{}").path("categoryTree").isNull()).isTrue();
    assertThat(read("{}").path("availableStock").asInt()).isEqualTo(5);
    shop.post("/api/_action/index", "{}");
    assertThat(read("{}").path("categoryTree").toString()).isEqualTo("[\"" + ROOT + "\"]");
  }

  @Test
  void categoriesFollowTheirParent() {
    shop.upsert(
        "category",
        """
        {"id":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa41","name":"A","parentId":"%s"},
        {"id":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa42","name":"B","parentId":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa41"},
        {"id":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa43","name":"C","parentId":"%s","afterCategoryId":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa41","active":false}
        """
            .formatted(ROOT, ROOT));
    shop.send(
        "PATCH",
        "/api/category/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa41",
        "{\"parentId\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa43\"}");
    JsonNode moved = shop.read("category", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa42", "{}");
    assertThat(moved.path("level").asInt()).isEqualTo(4);
    assertThat(moved.path("breadcrumb").valueStream().map(JsonNode::asString))
        .containsExactly("Katalog #1", "C", "A", "B");
    assertThat(shop.read("category", ROOT, "{}").path("childCount").asInt()).isEqualTo(1);
    var nowhere =
        shop.upsert(
            "category",
            "{\"name\":\"D\",\"afterCategoryId\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaff\"}");
    assertThat(nowhere.error().path("code").asString())
        .isEqualTo("CONTENT__AFTER_CATEGORY_NOT_FOUND");
  }

  @Test
  void everyWrittenRowNeedsItsRight() throws IOException {
    Client few =
        new Client("SWIAFEWRIGHTS0000000000000", "s", Set.of("product:create", "product:update"));
    try (var strict = ShopwareTwin.start(Options.demo().clients(few))) {
      ShopClient hub = ShopClient.signedIn(strict.uri(), few.accessKey(), few.secret());
      assertThat(hub.upsert("product", PRODUCT.formatted(JACKET, "J-1", "")).status())
          .isEqualTo(200);
      var nested =
          hub.upsert(
              "product",
              "{\"id\":\"%s\",\"categories\":[{\"id\":\"%s\"}],\"manufacturer\":{\"name\":\"X\"}}"
                  .formatted(JACKET, ROOT));
      assertThat(nested.status()).isEqualTo(403);
      assertThat(nested.error().path("detail").asString())
          .isEqualTo(
              "{\"message\":\"Missing privilege\",\"missingPrivileges\":[\"product_manufacturer:create\",\"product_category:create\"]}");
      assertThat(hub.delete("product", "{\"id\":\"" + JACKET + "\"}").status()).isEqualTo(403);
    }
  }

  @Test
  void joinsHaveNoAddressOfTheirOwn() {
    assertThat(
            List.of(
                shop.post("/api/search/product-category", "{}").status(),
                shop.get("/api/product-category").status()))
        .containsOnly(404);
  }
}
