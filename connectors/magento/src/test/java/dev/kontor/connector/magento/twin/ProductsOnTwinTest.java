package dev.kontor.connector.magento.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.magento.MagentoProvider;
import dev.kontor.contract.TwinBench.Trouble;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Articles into the Magento twin, by its message queue and without. */
class ProductsOnTwinTest extends ArticlesOnTwin {

  private static ObjectNode content(String sku) {
    return ProductSamples.content(sku, "Article " + sku);
  }

  private static Write create(JsonNode content) {
    String sku = content.path("sku").asString();
    return new Write("effect-" + sku, Write.Action.CREATE, sku, null, content);
  }

  private List<Outcome> write(JsonNode... contents) {
    return writer.write(Stream.of(contents).map(ProductsOnTwinTest::create).toList());
  }

  private Fault thrown(JsonNode content) {
    return Assertions.catchThrowableOfType(FaultException.class, () -> write(content)).fault();
  }

  @Test
  void manyArticlesTakeThreeCallsAndNoneTheSecondTime() {
    List<JsonNode> contents =
        IntStream.range(0, 200).<JsonNode>mapToObj(i -> content("MANY-" + i)).toList();
    List<Write> writes = contents.stream().map(ProductsOnTwinTest::create).toList();
    assertThat(writer.write(writes)).hasSize(200).allMatch(o -> o instanceof Outcome.Written);
    assertThat(shop.calls("POST", BULK)).isEqualTo(1);
    assertThat(shop.calls("GET", LISTED)).isEqualTo(1);
    assertThat(shop.product("MANY-199").path("price").asString()).isEqualTo("11.9");
    assertThat(writer.write(writes)).allMatch(o -> o instanceof Outcome.Written);
    assertThat(shop.calls("POST", BULK)).isEqualTo(1);
  }

  @Test
  void aNewArticleIsAsTheSettingsSay() {
    write(content("NEW-1").put("gtin", "4000000000017"));
    JsonNode there = shop.product("all", "NEW-1");
    assertThat(there.path("status").asInt()).isEqualTo(1);
    assertThat(there.path("visibility").asInt()).isEqualTo(4);
    assertThat(there.path("attribute_set_id").asInt()).isEqualTo(4);
    // A quarter of a kilogram in the shop's pounds.
    assertThat(there.path("weight").asString()).isEqualTo("0.5512");
    JsonNode own = shop.product("NEW-1").path("attributes");
    assertThat(own.path("ean").asString()).isEqualTo("4000000000017");
    assertThat(own.path("tax_class_id").asString()).isEqualTo("2");
    assertThat(own.path("url_key").asString()).isEqualTo("article-new-1-new-1");
  }

  @Test
  void whatPeopleKeepUpInTheShopStays() {
    write(content("KEPT"));
    shop.saveProduct(
        """
        {"sku": "KEPT", "visibility": 2,
         "custom_attributes": [{"attribute_code": "meta_title", "value": "Find me"},
                               {"attribute_code": "url_key", "value": "nice-address"}]}""");
    write(content("KEPT").put("name", "Renamed").put("active", false));
    JsonNode there = shop.product("KEPT");
    assertThat(there.path("name").asString()).isEqualTo("Renamed");
    assertThat(there.path("status").asInt()).isEqualTo(2);
    assertThat(there.path("attributes").path("meta_title").asString()).isEqualTo("Find me");
    assertThat(there.path("attributes").path("url_key").asString()).isEqualTo("nice-address");
    assertThat(shop.product("all", "KEPT").path("visibility").asInt()).isEqualTo(2);
  }

  @Test
  void textsGoToTheStoreViewOfTheirLanguage() {
    ObjectNode content = content("TOLD");
    content.set(
        "texts",
        ModelJson.parse(
            """
            [{"language": "de-DE", "description": "<p>Leinen</p>"},
             {"language": "en-GB", "name": "Shirt", "description": "<p>Linen</p>"},
             {"language": "fr-FR", "name": "Chemise"}]"""));
    assertThat(writer.prepare(content, content))
        .isInstanceOfSatisfying(
            Prepared.Ready.class,
            ready -> assertThat(ready.notes()).singleElement().asString().contains("fr-FR"));
    assertThat(write(content)).allMatch(o -> o instanceof Outcome.Written);
    assertThat(shop.product("us", "TOLD").path("name").asString()).isEqualTo("Shirt");
    assertThat(shop.product("us", "TOLD").toString()).contains("Linen").doesNotContain("Leinen");
    assertThat(shop.product("all", "TOLD").path("name").asString()).isEqualTo("Article TOLD");
    assertThat(shop.product("default", "TOLD").toString()).contains("Leinen");
  }

  @Test
  void eachFailureIsItsOwnArticles() {
    shop.lock("LOCKED", 1);
    shop.saveProduct(
        """
        {"sku": "OTHER", "name": "Other", "attribute_set_id": 4, "price": 1,
         "custom_attributes": [{"attribute_code": "ean", "value": "4000000000024"}]}""");
    List<Outcome> outcomes =
        write(content("GOOD"), content("TAKEN").put("gtin", "4000000000024"), content("LOCKED"));
    assertThat(outcomes.get(0)).isInstanceOf(Outcome.Written.class);
    assertThat(outcomes.get(1))
        .isEqualTo(
            new Fault.Invalid(
                "EAN",
                "The value of the \"EAN\" attribute isn't unique. Set a unique value and try again.",
                null));
    assertThat(outcomes.get(2))
        .isInstanceOfSatisfying(
            Fault.Conflict.class, fault -> assertThat(fault.message()).contains("deadlock"));
    assertThat(write(content("LOCKED")).getFirst()).isInstanceOf(Outcome.Written.class);
  }

  @Test
  void whatIsStillOpenIsLookedUpAndNotSentAgain() {
    shop.consume(false);
    assertThat(write(content("LATE"))).allMatch(o -> o instanceof Outcome.Accepted);
    assertThat(write(content("LATE"))).allMatch(o -> o instanceof Outcome.Accepted);
    assertThat(shop.calls("POST", BULK)).isEqualTo(1);
    shop.consume();
    assertThat(write(content("LATE"))).allMatch(o -> o instanceof Outcome.Written);
    assertThat(shop.calls("POST", BULK)).isEqualTo(1);
    assertThat(shop.product("LATE").path("name").asString()).isEqualTo("Article LATE");
  }

  @Test
  void whatFailedLateIsToldOnce() {
    shop.consume(false);
    ObjectNode content = content("LATE").put("name", "x");
    shop.attribute("late", "Late");
    write(content);
    shop.lock("LATE", 1);
    shop.consume();
    assertThat(write(content).getFirst()).isInstanceOf(Fault.Conflict.class);
    shop.consume(true);
    assertThat(write(content).getFirst()).isInstanceOf(Outcome.Written.class);
    assertThat(shop.calls("POST", BULK)).isEqualTo(2);
  }

  @Test
  void aQueueThatNobodyWorksOffIsNotFilledAndIsTold() {
    shop.consume(false);
    write(content("STUCK"));
    shop.clock.advance(Duration.ofMinutes(2));
    assertThat(thrown(content("BEHIND"))).isInstanceOf(Fault.Throttled.class);
    shop.clock.advance(Duration.ofMinutes(9));
    Fault fault = thrown(content("STUCK"));
    assertThat(fault).isInstanceOf(Fault.Forbidden.class);
    assertThat(fault.message()).contains("async.operations.all").contains("products.bulk to false");
    assertThat(shop.calls("POST", BULK)).isEqualTo(1);
  }

  @Test
  void afterALostAnswerTheArticlesAreReadBack() {
    bench.trouble(Trouble.LOST_ANSWER, EntityType.PRODUCT);
    assertThat(thrown(content("LOST"))).isInstanceOf(Fault.OutcomeUnknown.class);
    bench.trouble(Trouble.NONE, EntityType.PRODUCT);
    assertThat(write(content("LOST"))).allMatch(o -> o instanceof Outcome.Written);
    assertThat(shop.calls("POST", BULK)).isEqualTo(1);
  }

  @Test
  void withoutQueueEachArticleIsACall() {
    shop.consume(false);
    try (Connector slow =
        new MagentoProvider()
            .connect(bench.with("products", "{\"bulk\": false}"), bench.toolbox())) {
      Writer single = slow.writer(EntityType.PRODUCT).orElseThrow();
      long before = shop.calls("POST", LISTED);
      List<Outcome> outcomes =
          single.write(
              List.of(create(content("ONE")), create(content("TWO")), create(content("THREE"))));
      assertThat(outcomes).allMatch(o -> o instanceof Outcome.Written);
      assertThat(shop.calls("POST", BULK)).isZero();
      assertThat(shop.calls("POST", LISTED) - before).isEqualTo(3);
      shop.lock("ONE", 1);
      assertThat(single.write(List.of(create(content("ONE").put("name", "Other")))).getFirst())
          .isInstanceOf(Fault.Conflict.class);
    }
  }

  @Test
  void whatHasNoPriceInTheShopsCurrencyIsNotSold() {
    ObjectNode content = content("DOLLARS");
    content.withObjectProperty("price").put("currency", "USD");
    write(content);
    assertThat(shop.product("DOLLARS").path("status").asInt()).isEqualTo(2);
    write(content("DOLLARS"));
    assertThat(shop.product("DOLLARS").path("status").asInt()).isEqualTo(1);
  }

  @Test
  void aSettingTheShopDoesNotKnowStopsArticlesOnly() {
    try (Connector wrong =
        new MagentoProvider()
            .connect(
                bench.with("products", "{\"taxClasses\": {\"VOLL\": \"No such\"}}"),
                bench.toolbox())) {
      Writer articles = wrong.writer(EntityType.PRODUCT).orElseThrow();
      FaultException refused =
          Assertions.catchThrowableOfType(
              FaultException.class, () -> articles.prepare(content("X"), content("X")));
      assertThat(refused.fault()).isInstanceOf(Fault.Forbidden.class);
      assertThat(refused.fault().message()).contains("No such");
    }
  }
}
