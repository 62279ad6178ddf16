package dev.kontor.connector.shopware.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ArticleOnTwinTest extends OnTwin {

  private final Flow articles = new Flow(writer(EntityType.PRODUCT));

  private String create(JsonNode content) {
    return articles.written(Write.Action.CREATE, null, content);
  }

  @Test
  void aShopperFindsTheArticleWithItsVariants() {
    create(Contents.shirt("H-1"));

    JsonNode large = shop.shown("H-1-XL");
    assertThat(large.path("unitPrice").asString()).isEqualTo("29.75");
    assertThat(large.path("options").path(0).asString()).isEqualTo("XL");
    JsonNode medium = shop.shown("H-1-M", "language=en-GB");
    assertThat(medium.path("unitPrice").asString()).as("the article's own").isEqualTo("23.80");
    assertThat(medium.path("name").asString()).isEqualTo("Shirt");
    assertThat(medium.path("active").asBoolean()).isTrue();
    assertThat(medium.path("ean").asString()).isEqualTo("4006381333948");
    JsonNode shirt = shop.shown("H-1");
    assertThat(shirt.path("name").asString()).isEqualTo("Hemd");
    assertThat(shirt.path("description").asString()).isEqualTo("<p>Aus Leinen</p>");
    assertThat(shirt.path("manufacturer").asString()).isEqualTo("Weberei Isar");
    assertThat(shirt.path("categories").path(0).asString()).isEqualTo("Hemden");
    assertThat(texts(shirt.path("properties"))).containsExactlyInAnyOrder("Leinen", "180 g");
    assertThat(shop.stock("H-1-M")).as("stock has a flow of its own").isZero();
    assertThat(articles.notes).anyMatch(note -> note.contains("fr-FR"));
  }

  /** Whoever looks gross or net pays what the source states, gross and net. */
  @Test
  void theBasePriceIsStatedGrossAndNet() {
    create(Contents.article("N-1", "Netto"));
    assertThat(shop.shown("N-1").path("unitPrice").asString()).isEqualTo("23.80");
    assertThat(shop.shown("N-1", "group=B2B").path("unitPrice").asString()).isEqualTo("20.00");
  }

  @Test
  void writingAgainChangesNothing() {
    String id = create(Contents.shirt("H-2"));
    JsonNode before = rows();
    assertThat(articles.written(Write.Action.CREATE, null, Contents.shirt("H-2"))).isEqualTo(id);
    assertThat(articles.written(Write.Action.UPDATE, id, Contents.shirt("H-2"))).isEqualTo(id);
    assertThat(rows()).isEqualTo(before);
  }

  /** How many rows of each kind the shop has. */
  private JsonNode rows() {
    ObjectNode counts = Contents.json("{}");
    for (String entity :
        List.of(
            "product",
            "category",
            "property-group",
            "property-group-option",
            "product-configurator-setting",
            "product-visibility",
            "product-manufacturer",
            "unit")) {
      counts.put(entity, all(entity).size());
    }
    return counts;
  }

  private JsonNode all(String entity) {
    return shop.admin("POST", "/api/search/" + entity, Contents.json("{\"limit\":500}"))
        .path("data");
  }

  @Test
  void theShopsOwnNamesAreUsed() {
    String group = shop.search("property-group", "name", "Größe").path(0).path("id").asString();
    shop.admin(
        "POST",
        "/api/category",
        Contents.json(
            """
            {"name":"Kleidung","parentId":"%s","type":"page","productAssignmentType":"product",
             "displayNestedProducts":true,"visible":true,"active":true}"""
                .formatted(TwinShop.ROOT_CATEGORY)));
    create(Contents.shirt("H-3"));
    assertThat(shop.search("property-group", "name", "Größe")).hasSize(1);
    assertThat(shop.search("property-group-option", "groupId", group))
        .anyMatch(option -> option.path("name").asString().equals("XL"));
    assertThat(shop.search("category", "name", "Kleidung")).hasSize(1);
    assertThat(shop.search("unit", "shortCode", "STK").size()).isLessThanOrEqualTo(1);
  }

  @Test
  void aProductThatPeopleMadeIsAdoptedAndKeepsItsStock() {
    Placed made = shop.product();
    String id = create(Contents.article(made.number(), "Vom ERP"));
    assertThat(id).isEqualTo(made.id());
    assertThat(shop.shown(made.number()).path("name").asString()).isEqualTo("Vom ERP");
    assertThat(shop.stock(made.number())).isEqualTo(100_000);
  }

  @Test
  void whatTheSourceTakesAwayGoesAndWhatPeopleAddedStays() {
    String id = create(Contents.shirt("H-4"));
    String own = option("Pflege", "30 Grad");
    shop.admin(
        "PATCH",
        "/api/product/" + id,
        Contents.json("{\"properties\":[{\"id\":\"" + own + "\"}]}"));

    ObjectNode less = Contents.shirt("H-4");
    less.set("properties", less.arrayNode().add(less.path("properties").path(1)));
    less.putArray("categories");
    less.remove(List.of("ean", "manufacturer"));
    ((ArrayNode) less.path("variants")).remove(1);
    articles.written(Write.Action.UPDATE, id, less);

    JsonNode shirt = shop.shown("H-4");
    assertThat(texts(shirt.path("properties"))).containsExactlyInAnyOrder("180 g", "30 Grad");
    assertThat(shirt.path("categories")).isEmpty();
    assertThat(shirt.path("ean").isNull()).isTrue();
    assertThat(shirt.path("manufacturer").isNull()).isTrue();
    assertThat(shop.shown("H-4-XL").path("active").asBoolean()).isFalse();
    assertThat(shop.shown("H-4-M").path("active").asBoolean()).isTrue();
    assertThat(shop.search("product-configurator-setting", "productId", id)).hasSize(1);
  }

  private String option(String group, String name) {
    shop.admin(
        "POST",
        "/api/property-group",
        Contents.json(
            """
            {"name":"%s","displayType":"text","sortingType":"alphanumeric",
             "options":[{"name":"%s"}]}"""
                .formatted(group, name)));
    return shop.search("property-group-option", "name", name).path(0).path("id").asString();
  }

  @Test
  void whatIsGoneAtTheSourceIsNotSoldAnyMoreAndComesBack() {
    String id = create(Contents.shirt("H-5"));
    articles.written(Write.Action.DELETE, id, Contents.json("{}"));
    assertThat(shop.shown("H-5-M").path("active").asBoolean()).isFalse();
    articles.written(Write.Action.DELETE, id, Contents.json("{}"));
    articles.written(Write.Action.CREATE, null, Contents.shirt("H-5"));
    assertThat(shop.shown("H-5-M").path("active").asBoolean()).isTrue();
  }

  @Test
  void nothingIsSoldForNothing() {
    ObjectNode content = Contents.article("P-0", "Ohne Preis");
    ((ObjectNode) content.path("price")).remove("amount");
    create(content);
    assertThat(shop.shown("P-0").path("active").asBoolean()).isFalse();
    assertThat(articles.notes).anyMatch(note -> note.contains("no price"));
  }

  @Test
  void aPriceInAnotherCurrencyIsKeptAndConverted() {
    ObjectNode content = Contents.article("F-1", "Franken");
    content
        .putObject("price")
        .put("amount", "11.00")
        .put("currency", "CHF")
        .put("includesTax", true);
    create(content);
    assertThat(shop.shown("F-1").path("unitPrice").asString()).isEqualTo("10.00");
    assertThat(shop.shown("F-1", "currency=CHF&country=CH").path("unitPrice").isString()).isTrue();
  }

  @Test
  void anUnknownRateOrCurrencyIsNamedWithTheRemedy() {
    ObjectNode rate = Contents.article("X-1", "Satz");
    rate.put("taxRate", "18");
    assertThat(articles.run(Write.Action.CREATE, null, rate))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            fault -> {
              assertThat(fault.field()).isEqualTo("taxRate");
              assertThat(fault.problem()).contains("18 %").contains("19 %").contains("add the tax");
            });
    ObjectNode currency = Contents.article("X-2", "Yen");
    ((ObjectNode) currency.path("price")).put("currency", "JPY");
    assertThat(articles.run(Write.Action.CREATE, null, currency))
        .isInstanceOfSatisfying(
            Fault.Invalid.class, fault -> assertThat(fault.field()).isEqualTo("price.currency"));
  }

  /** The shop takes the update for a new product that lacks its obligatory fields. */
  @Test
  void anArticleDeletedMeanwhileIsAConflictAndTheOthersGoOn() {
    Placed gone = shop.product();
    List<Write> batch = new ArrayList<>();
    for (String number : List.of("B-0", gone.number(), "B-2")) {
      batch.add(
          new Write(number, Write.Action.CREATE, number, null, Contents.article(number, "Gut")));
    }
    meter.beforeWrite(() -> bench.delete(EntityType.PRODUCT, gone));
    List<Outcome> outcomes = writer(EntityType.PRODUCT).write(batch);
    assertThat(outcomes.get(0)).isInstanceOf(Outcome.Written.class);
    assertThat(outcomes.get(1)).isInstanceOf(Fault.Conflict.class);
    assertThat(has("product", gone.id())).as("made anew by the upsert").isFalse();
    assertThat(outcomes.get(2)).isInstanceOf(Outcome.Written.class);
    assertThat(shop.shown("B-2").path("name").asString()).isEqualTo("Gut");
    assertThat(shop.shown(gone.number()).isMissingNode()).isTrue();
  }

  @Test
  void aBatchOfArticlesIsAHandfulOfCalls() {
    List<Write> batch = new ArrayList<>();
    for (int i = 0; i < writer(EntityType.PRODUCT).maxBatch(); i++) {
      String number = "M-" + i;
      batch.add(new Write(number, Write.Action.CREATE, number, null, Contents.shirt(number)));
    }
    writer(EntityType.PRODUCT).write(batch.subList(0, 1));
    meter.reset();
    assertThat(writer(EntityType.PRODUCT).write(batch))
        .hasSize(25)
        .allMatch(outcome -> outcome instanceof Outcome.Written);
    assertThat(meter.writes).hasValue(1);
    assertThat(meter.reads.get()).isLessThanOrEqualTo(7);
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }
}
