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
import dev.kontor.spi.Standing;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Articles with variants into the Magento twin, which sells none that is another one by now. */
class VariantsOnTwinTest extends ArticlesOnTwin {

  private static ObjectNode shirt(String sku, String... sizes) {
    return ProductSamples.withSizes(ProductSamples.content(sku, "Shirt " + sku), sizes);
  }

  private Outcome write(JsonNode content, @Nullable JsonNode before) {
    String sku = content.path("sku").asString();
    Write write =
        before == null
            ? new Write("effect", Write.Action.CREATE, sku, null, content)
            : new Write("effect", Write.Action.UPDATE, sku, sku, content, before, Map.of());
    return writer.write(List.of(write)).getFirst();
  }

  private void written(JsonNode content, @Nullable JsonNode before) {
    assertThat(write(content, before)).isInstanceOf(Outcome.Written.class);
  }

  /** Numbers of the variants that buyers choose among, each with the label of its size. */
  private List<String> sold(String sku) {
    JsonNode labels = shop.admin("GET", "/rest/all/V1/products/attributes/groesse/options", null);
    List<String> sold = new ArrayList<>();
    for (JsonNode child :
        shop.admin("GET", "/rest/all/V1/configurable-products/" + sku + "/children", null)) {
      if (child.path("status").asInt() == 1) {
        String value = attribute(child, "groesse");
        labels
            .valueStream()
            .filter(one -> one.path("value").asString().equals(value))
            .forEach(
                one -> sold.add(child.path("sku").asString() + " " + one.path("label").asString()));
      }
    }
    return sold.stream().sorted().toList();
  }

  private static String attribute(JsonNode row, String code) {
    return row.path("custom_attributes")
        .valueStream()
        .filter(one -> one.path("attribute_code").asString().equals(code))
        .map(one -> one.path("value").asString(""))
        .findFirst()
        .orElse("");
  }

  @Test
  void buyersFindTheArticleAndChooseAmongItsVariants() {
    written(shirt("H-1", "M", "Riesengroß"), null);
    JsonNode article = shop.product("all", "H-1");
    assertThat(article.path("type_id").asString()).isEqualTo("configurable");
    assertThat(article.path("visibility").asInt()).isEqualTo(4);
    JsonNode options = article.path("extension_attributes").path("configurable_product_options");
    assertThat(options).hasSize(1);
    assertThat(options.path(0).path("label").asString()).isEqualTo("Größe");
    JsonNode child = shop.product("all", "H-1-M");
    assertThat(child.path("visibility").asInt()).isEqualTo(1);
    assertThat(child.path("name").asString()).isEqualTo("Shirt H-1 M");
    assertThat(child.path("price").asString()).isEqualTo("11.9");
    assertThat(sold("H-1")).containsExactly("H-1-M M", "H-1-Riesengroß Riesengroß");
  }

  @Test
  void aHundredArticlesTakeTwoBulksAndNothingTheSecondTime() {
    List<Write> writes = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String sku = "MANY-" + i;
      writes.add(new Write("e" + i, Write.Action.CREATE, sku, null, shirt(sku, "M", "L")));
    }
    assertThat(writer.write(writes)).allMatch(o -> o instanceof Outcome.Written);
    assertThat(shop.calls("POST", BULK)).isEqualTo(2);
    assertThat(shop.calls("GET", LISTED)).isEqualTo(2);
    assertThat(writer.write(writes)).allMatch(o -> o instanceof Outcome.Written);
    assertThat(shop.calls("POST", BULK)).isEqualTo(2);
    assertThat(shop.calls("GET", LISTED)).isEqualTo(3);
  }

  @Test
  void variantsComeAndGoAndWhatPeopleAddedStays() {
    ObjectNode first = shirt("H-2", "S", "M");
    written(first, null);
    shop.saveProduct(
        """
        {"sku": "MINE", "name": "Mine", "attribute_set_id": 4, "price": 1, "visibility": 1,
         "custom_attributes": [{"attribute_code": "groesse", "value": "%s"}]}\
        """
            .formatted(size("Sonder")));
    shop.admin(
        "POST",
        "/rest/all/V1/configurable-products/H-2/child",
        ModelJson.parse("{\"childSku\": \"MINE\"}"));
    ObjectNode second = shirt("H-2", "M", "L");
    written(second, first);
    assertThat(sold("H-2")).containsExactly("H-2-L L", "H-2-M M", "MINE Sonder");
    assertThat(shop.product("all", "H-2-S").path("status").asInt()).isEqualTo(2);
    written(shirt("H-2", "S", "M", "L"), second);
    assertThat(sold("H-2")).containsExactly("H-2-L L", "H-2-M M", "H-2-S S", "MINE Sonder");
    ObjectNode none = shirt("H-2");
    written(none, shirt("H-2", "S", "M", "L"));
    assertThat(sold("H-2")).containsExactly("MINE Sonder");
    written(none, none);
    assertThat(compared(none)).isEqualTo(Standing.SAME);
  }

  /** Id of a size, made by a person. */
  private String size(String label) {
    return shop.admin(
            "POST",
            "/rest/all/V1/products/attributes/groesse/options",
            ModelJson.parse("{\"option\": {\"label\": \"" + label + "\"}}"))
        .asString();
  }

  @Test
  void aBlockedVariantIsNotSoldNorIsABlockedArticle() {
    ObjectNode content = shirt("H-3", "S", "M");
    written(content, null);
    ObjectNode blocked = content.deepCopy();
    ((ObjectNode) blocked.path("variants").path(0)).put("active", false);
    written(blocked, content);
    assertThat(sold("H-3")).containsExactly("H-3-M M");
    written(content.deepCopy().put("active", false), blocked);
    assertThat(shop.product("all", "H-3").path("status").asInt()).isEqualTo(2);
    assertThat(sold("H-3")).isEmpty();
    written(content, blocked);
    assertThat(sold("H-3")).containsExactly("H-3-M M", "H-3-S S");
  }

  @Test
  void aBlockedArticleIsOffThoughAVariantCannotBeWritten() {
    written(shirt("H-4", "S"), null);
    ObjectNode next = shirt("H-4", "S", "M").put("active", false);
    ((ObjectNode) next.path("variants").path(1)).put("gtin", ProductSamples.TAKEN);
    assertThat(write(next, shirt("H-4", "S"))).isInstanceOf(Fault.Invalid.class);
    assertThat(shop.product("all", "H-4").path("status").asInt()).isEqualTo(2);
  }

  @Test
  void aVariantThatIsRefusedKeepsTheArticleAsItWas() {
    ObjectNode first = shirt("H-5", "S");
    written(first, null);
    ObjectNode next = shirt("H-5", "S", "M").put("name", "New name");
    ((ObjectNode) next.path("variants").path(1)).put("gtin", ProductSamples.TAKEN);
    assertThat(write(next, first))
        .isInstanceOfSatisfying(
            Fault.Invalid.class, fault -> assertThat(fault.message()).contains("EAN"));
    assertThat(shop.product("all", "H-5").path("name").asString()).isEqualTo("Shirt H-5");
    assertThat(sold("H-5")).containsExactly("H-5-S S");
  }

  /** Two variants that change places must never be sold as what they were. */
  @Test
  void whatBecomesAnotherVariantIsTakenOffFirst() {
    ObjectNode first = shirt("H-6", "S", "M", "L");
    written(first, null);
    ObjectNode swapped = first.deepCopy();
    option(swapped, 0, "M");
    option(swapped, 1, "S");
    shop.consume(false);
    assertThat(write(swapped, first)).isInstanceOf(Outcome.Accepted.class);
    assertThat(sold("H-6")).containsExactly("H-6-L L", "H-6-M M", "H-6-S S");
    shop.consume();
    assertThat(sold("H-6")).containsExactly("H-6-L L");
    assertThat(write(swapped, first)).isInstanceOf(Outcome.Accepted.class);
    shop.consume();
    assertThat(sold("H-6")).containsExactly("H-6-L L");
    shop.consume(true);
    written(swapped, first);
    assertThat(sold("H-6")).containsExactly("H-6-L L", "H-6-M S", "H-6-S M");
  }

  private static void option(ObjectNode content, int variant, String size) {
    ((ObjectNode) content.path("variants").path(variant).path("options").path(0))
        .put("value", size);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/rest/all/async/bulk/V1/products", "/rest/all/V1/products/attributes"})
  void afterALostAnswerNothingIsDoneTwice(String path) {
    shop.dials().only(path, "POST").set("dropAnswerProbability", 1);
    FaultException lost =
        Assertions.catchThrowableOfType(
            FaultException.class, () -> write(shirt("H-7", "Neu"), null));
    assertThat(lost.fault()).isInstanceOf(Fault.OutcomeUnknown.class);
    bench.trouble(Trouble.NONE, EntityType.PRODUCT);
    written(shirt("H-7", "Neu"), null);
    assertThat(sold("H-7")).containsExactly("H-7-Neu Neu");
    assertThat(
            shop.admin("GET", "/rest/all/V1/products/attributes/groesse/options", null)
                .valueStream()
                .filter(one -> one.path("label").asString().equals("Neu")))
        .hasSize(1);
  }

  @Test
  void aChoiceThatNoSettingNamesIsTheArticlesFault() {
    ObjectNode content = shirt("H-8", "S");
    ((ObjectNode) content.path("variants").path(0).path("options").path(0)).put("name", "Stoff");
    assertThat(writer.prepare(content, content))
        .isInstanceOfSatisfying(
            Prepared.Refused.class,
            refused ->
                assertThat(refused.fault().message())
                    .contains("Stoff")
                    .contains("products.options"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gibtsnicht", "description"})
  void anAttributeThatCannotTellVariantsIsNamed(String code) {
    try (Connector wrong =
        new MagentoProvider()
            .connect(
                bench.with("products", "{\"options\": {\"Größe\": \"" + code + "\"}}"),
                bench.toolbox())) {
      FaultException refused =
          Assertions.catchThrowableOfType(
              FaultException.class,
              () ->
                  wrong
                      .writer(EntityType.PRODUCT)
                      .orElseThrow()
                      .prepare(shirt("X", "S"), shirt("X", "S")));
      assertThat(refused.fault()).isInstanceOf(Fault.Forbidden.class);
      assertThat(refused.fault().message()).contains("products.options.Größe").contains(code);
    }
  }

  @Test
  void anArticleThatTheShopHasWithoutVariantsStaysSo() {
    shop.article("H-9", "9.90");
    assertThat(write(shirt("H-9", "S"), null))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            fault -> assertThat(fault.message()).contains("simple").contains("another number"));
    assertThat(shop.product("H-9-S").isMissingNode()).isTrue();
  }

  @Test
  void anArticleOfItsOwnThatBecomesAVariantIsFoundThroughItsArticleOnly() {
    shop.article("H-10-S", "9.90");
    written(shirt("H-10", "S"), null);
    assertThat(shop.product("all", "H-10-S").path("visibility").asInt()).isEqualTo(1);
    shop.saveProduct("{\"sku\": \"H-10-S\", \"visibility\": 3}");
    written(shirt("H-10", "S").put("name", "Other"), shirt("H-10", "S"));
    assertThat(shop.product("all", "H-10-S").path("visibility").asInt()).isEqualTo(3);
  }

  @Test
  void aComparisonSeesWhatIsOtherwiseInAVariant() {
    ObjectNode content = shirt("H-11", "S", "M");
    written(content, null);
    assertThat(compared(content)).isEqualTo(Standing.SAME);
    shop.saveProduct("{\"sku\": \"H-11-S\", \"status\": 2}");
    assertThat(names(content)).containsExactly("H-11-S status");
    shop.saveProduct("{\"sku\": \"H-11-S\", \"status\": 1}");
    shop.admin("DELETE", "/rest/all/V1/configurable-products/H-11/children/H-11-S", null);
    assertThat(names(content)).containsExactly("variants");
    assertThat(names(shirt("H-11", "S", "M", "XXXL"))).contains("variant H-11-XXXL");
    assertThat(compared(shirt("H-12", "S"))).isEqualTo(Standing.ABSENT);
    written(content, content);
    assertThat(compared(content)).isEqualTo(Standing.SAME);
  }

  private Standing compared(ObjectNode content) {
    return writer.compare(List.of(new Writer.Draft(content, content))).getFirst();
  }

  private List<String> names(ObjectNode content) {
    return ((Standing.Other) compared(content))
        .fields().stream().map(Standing.Field::name).toList();
  }

  @Test
  void aVariantHasItsOwnPriceAndStockByItsNumber() {
    written(shirt("H-13", "S"), null);
    ObjectNode price =
        (ObjectNode)
            ModelJson.parse(
                """
                {"sku": "H-13-S", "sheets": [{"audience": "EVERYBODY", "currency": "EUR",
                 "breaks": [{"from": "1", "price": {"gross": "20.00", "net": "16.81"}}]}]}\
                """);
    ObjectNode stock =
        (ObjectNode)
            ModelJson.parse("{\"sku\": \"H-13-S\", \"quantity\": \"7\", \"locations\": []}");
    assertThat(update(EntityType.PRICE, price)).isInstanceOf(Outcome.Written.class);
    assertThat(update(EntityType.STOCK, stock)).isInstanceOf(Outcome.Written.class);
    assertThat(shop.price("H-13-S")).isEqualByComparingTo(new BigDecimal("20"));
    assertThat(shop.salable("H-13-S")).isEqualTo(7);
    written(shirt("H-13", "S").put("name", "Other"), shirt("H-13", "S"));
    assertThat(shop.price("H-13-S")).isEqualByComparingTo(new BigDecimal("20"));
    assertThat(update(EntityType.STOCK, stock.put("sku", "H-13")))
        .isInstanceOf(Fault.Invalid.class);
  }

  private Outcome update(EntityType type, ObjectNode content) {
    String sku = content.path("sku").asString();
    return connector
        .writer(type)
        .orElseThrow()
        .write(List.of(new Write("e", Write.Action.UPDATE, sku, sku, content)))
        .getFirst();
  }

  @Test
  void anArticleGoneAtTheSourceIsOffWithItsVariants() {
    ObjectNode content = shirt("H-14", "S");
    written(content, null);
    Write gone =
        new Write(
            "gone",
            Write.Action.DELETE,
            "H-14",
            "H-14",
            ModelJson.mapper().createObjectNode(),
            content,
            Map.of());
    assertThat(writer.write(List.of(gone)).getFirst()).isInstanceOf(Outcome.Written.class);
    assertThat(shop.product("all", "H-14").path("status").asInt()).isEqualTo(2);
    assertThat(shop.product("all", "H-14-S").path("status").asInt()).isEqualTo(2);
  }
}
