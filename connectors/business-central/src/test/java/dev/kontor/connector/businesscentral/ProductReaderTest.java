package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.model.Attribute;
import dev.kontor.model.ModelJson;
import dev.kontor.model.ProductText;
import dev.kontor.model.ProductVariant;
import dev.kontor.model.VariantOption;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What becomes of an item and its parts; the twin's own data are read in the contract's chapters.
 */
class ProductReaderTest {

  private static final String TEE = "00000000-0000-0000-0000-0000000000aa";
  private static final String RED = "00000000-0000-0000-0000-0000000000b1";
  private static final String BLUE = "00000000-0000-0000-0000-0000000000b2";

  private static final String METADATA =
      """
      <E><EntityType Name="item"><Property Name="id"/><Property Name="number"/>
      <Property Name="displayName"/><Property Name="itemCategoryCode"/><Property Name="blocked"/>
      <Property Name="gtin"/><Property Name="unitPrice"/><Property Name="taxGroupCode"/>
      <Property Name="baseUnitOfMeasureCode"/><Property Name="lastModifiedDateTime"/>
      <NavigationProperty Name="picture"/></EntityType>
      <EntitySet Name="items" EntityType="NAV.item"/></E>""";

  private final FakeService service =
      new FakeService()
          .with("$metadata", METADATA)
          .with("items", item(""))
          .with("itemCategories", "[{\"code\":\"SHIRTS\",\"displayName\":\"Shirts\"}]");

  private static String item(String picture) {
    return """
        [{"id":"%s","number":"TEE","displayName":"Tee","itemCategoryCode":"SHIRTS","gtin":"",
          "taxGroupCode":"VAT19","unitPrice":19.90,"baseUnitOfMeasureCode":"PCS",
          "@odata.etag":"W/1","lastModifiedDateTime":"2026-03-01T10:00:00Z",%s
          "itemVariants":[{"id":"%s","code":"RED","description":"Red"},
                          {"id":"%s","code":"BLUE","description":"Blue",
                           "lastModifiedDateTime":"2026-03-02T10:00:00Z"}]}]"""
        .formatted(TEE, picture, RED, BLUE);
  }

  @Test
  void withoutTheAppAVariantHasOneOptionAndACategoryNoParent() {
    JsonNode content = read("{\"variantOption\":\"Colour\"}");
    assertThat(content.path("sku").asString()).isEqualTo("TEE");
    assertThat(content.path("taxRate").asString()).isEqualTo("19");
    assertThat(content.path("categories").toString())
        .isEqualTo("[{\"steps\":[{\"code\":\"SHIRTS\",\"name\":\"Shirts\"}]}]");
    assertThat(variants(content))
        .extracting(ProductVariant::sku, ProductVariant::options)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "TEE-BLUE", List.of(new VariantOption("Colour", "Blue"))),
            org.assertj.core.groups.Tuple.tuple(
                "TEE-RED", List.of(new VariantOption("Colour", "Red"))));
  }

  @Test
  void anArticleIsOneWhateverItsVariantsWhereTheItemNumberIsTheArticleNumber() {
    assertThat(read("{\"skuScheme\":\"item\"}").path("variants")).isEmpty();
  }

  @Test
  void theAppTellsTextsAttributesOptionsWeightAndTheWholeCategoryPath() {
    app();
    JsonNode content = read("{\"ownLanguage\":\"de-DE\"}");
    assertThat(content.path("categories").at("/0/steps").valueStream().map(s -> s.path("name")))
        .extracting(JsonNode::asString)
        .containsExactly("Clothes", "Shirts & Tees");
    assertThat(content.path("manufacturer").asString()).isEqualTo("Mill Ltd.");
    assertThat(content.path("weight").asString()).isEqualTo("0.2");
    assertThat(content.path("taxRate").asString()).as("VAT Posting Setup").isEqualTo("20");
    assertThat(content.path("gtin").asString()).isEqualTo("4006381333931");
    assertThat(texts(content))
        .containsExactly(
            new ProductText("de-DE", null, "Weich."), new ProductText("en-GB", "T-shirt", null));
    assertThat(attributes(content))
        .containsExactly(
            new Attribute(
                "Material",
                "Baumwolle",
                null,
                List.of(new Attribute.Text("en-GB", "Fabric", "Cotton"))));
    ProductVariant red = variants(content).getLast();
    assertThat(red.options())
        .containsExactly(new VariantOption("Farbe", "Rot"), new VariantOption("Größe", "L"));
    assertThat(red.gtin()).isEqualTo("4006381333948");
    assertThat(red.blocked()).isTrue();
  }

  @Test
  void everyPartChangesTheVersionAndTheReadingCostsThreeCalls() {
    app();
    String before = thin();
    int calls = service.calls;
    assertThat(thin()).isEqualTo(before);
    assertThat(service.calls - calls)
        .as("v2.0, app, translations; sign-in and metadata")
        .isLessThan(8);
    service.with(FakeService.APP + "itemTexts", "[]");
    String without = thin();
    assertThat(without).isNotEqualTo(before);
    service.with("items", item("\"picture\":{\"contentType\":\"image/jpeg\"},"));
    assertThat(thin()).isNotEqualTo(without);
    service.with("items", item("\"inventory\":7,"));
    assertThat(thin()).as("stock is no part of a product").isEqualTo(without);
  }

  @Test
  void variantsThatCannotBeToldApartAreRefusedNamingThemAndTheRemedy() {
    app();
    String options = "[{\"itemNumber\":\"TEE\",\"variantCode\":\"RED\",\"position\":1,";
    String row = "\"optionName\":\"Farbe\",\"optionValue\":\"Rot\"}";
    service.with(FakeService.APP + "itemVariantOptions", options + row + "]");
    assertThat(problem())
        .contains("variant BLUE of item TEE has no options", "Item Variant Options");
    service.with(
        FakeService.APP + "itemVariantOptions",
        options + row + "," + options.substring(1).replace("RED", "BLUE") + row + "]");
    assertThat(problem()).contains("variants BLUE and RED of item TEE have the same options [Rot]");
  }

  @Test
  void picturesAreReadOncePerVersionOfTheirItem() {
    service
        .with("items", item("\"picture\":{\"contentType\":\"image/jpeg\"},"))
        .with("pictureContent", "JPEG");
    ProductReader reader = reader("{}");
    JsonNode first = content(reader.fetch(List.of(TEE)));
    String reference = first.at("/pictures/0/reference").asString();
    assertThat(first.at("/pictures/0/sha256").asString())
        .isEqualTo(Digest.sha256("JPEG".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    reader.fetch(List.of(TEE));
    assertThat(service.asked).filteredOn(path -> path.endsWith("pictureContent")).hasSize(1);
    Company company = new Company(FakeService.configuration("{}"), service);
    assertThat(new FileReferences(company).open(reference).bytes()).asString().isEqualTo("JPEG");
    service.entities.remove("pictureContent");
    assertThatThrownBy(() -> new FileReferences(company).open(reference))
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.fault()).isInstanceOf(Fault.Missing.class));
    assertThatThrownBy(() -> new FileReferences(company).open("customers"))
        .hasMessageContaining("names no file");
  }

  private void app() {
    StringBuilder metadata = new StringBuilder("<E>");
    ItemParts.OF_ITEMS
        .keySet()
        .forEach(
            page ->
                metadata.append("<EntitySet Name=\"").append(page).append("\" EntityType=\"x\"/>"));
    for (String page :
        List.of("itemCategoryNodes", "vatPostingSetups", "itemAttributeTranslations")) {
      metadata.append("<EntitySet Name=\"").append(page).append("\" EntityType=\"x\"/>");
    }
    app("$metadata", metadata.append("</E>").toString());
    ItemParts.OF_ITEMS.keySet().forEach(page -> app(page, "[]"));
    app(
        "itemDetails",
        "[{\"number\":\"TEE\",\"grossWeight\":0.20,\"manufacturerName\":\"Mill Ltd.\"}]");
    app("itemVariantDetails", "[{\"itemNumber\":\"TEE\",\"code\":\"RED\",\"salesBlocked\":true}]");
    app(
        "itemReferences",
        """
        [{"itemNumber":"TEE","variantCode":"","referenceType":"Bar_x0020_Code",
          "referenceNumber":"4006381333931"},
         {"itemNumber":"TEE","variantCode":"RED","referenceType":"Bar_x0020_Code",
          "referenceNumber":"4006381333948"},
         {"itemNumber":"TEE","variantCode":"BLUE","referenceType":"Bar_x0020_Code",
          "endingDate":"2026-03-14","referenceNumber":"4006381333955"}]""");
    app(
        "itemTexts",
        """
        [{"itemNumber":"TEE","kind":"Marketing","text":"Weich.","languageTag":""},
         {"itemNumber":"TEE","kind":"Extended","text":"Alt.","languageTag":""}]""");
    app(
        "itemTranslations",
        """
        [{"itemNumber":"TEE","variantCode":"","languageTag":"en-GB","description":"T-shirt"}]""");
    app(
        "itemAttributeValues",
        """
        [{"itemNumber":"TEE","attributeId":5,"attributeName":"Material","valueId":7,
          "value":"Baumwolle"},
         {"itemNumber":"TEE","attributeId":6,"attributeName":"Old","valueId":8,"value":"x",
          "blocked":true}]""");
    app(
        "itemAttributeTranslations",
        """
        [{"attributeId":5,"valueId":0,"languageTag":"en-GB","name":"Fabric"},
         {"attributeId":5,"valueId":7,"languageTag":"en-GB","name":"Cotton"}]""");
    app(
        "itemVariantOptions",
        """
        [{"itemNumber":"TEE","variantCode":"RED","position":2,"optionName":"Größe","optionValue":"L"},
         {"itemNumber":"TEE","variantCode":"RED","position":1,"optionName":"Farbe","optionValue":"Rot"},
         {"itemNumber":"TEE","variantCode":"BLUE","position":1,"optionName":"Farbe","optionValue":"Blau"},
         {"itemNumber":"TEE","variantCode":"BLUE","position":2,"optionName":"Größe","optionValue":"L"}]""");
    app(
        "itemCategoryNodes",
        """
        [{"code":"SHIRTS","parentCode":"CLOTHES","description":"Shirts & Tees"},
         {"code":"CLOTHES","parentCode":"","description":"Clothes"}]""");
    app(
        "vatPostingSetups",
        """
        [{"vatBusinessPostingGroup":"INLAND","vatProductPostingGroup":"VAT19","vatPercent":20}]""");
  }

  private void app(String page, String json) {
    service.with(FakeService.APP + page, json);
  }

  private ProductReader reader(String changes) {
    Configuration configuration =
        FakeService.configuration(
            changes.contains("skuScheme")
                ? changes
                : "{\"localCurrency\":\"EUR\",\"skuScheme\":\"item-variant\","
                    + changes.substring(1).replace("}", "")
                    + (changes.length() > 2 ? "" : "\"x\":\"\"")
                    + "}");
    Company company = new Company(configuration, service);
    return new ProductReader(configuration, company, new MasterData(company));
  }

  private JsonNode read(String changes) {
    service.with("companyInformation", "[{\"currencyCode\":\"EUR\"}]");
    return content(reader(changes).fetch(List.of(TEE)));
  }

  private String thin() {
    Document thin = reader("{\"ownLanguage\":\"de-DE\"}").keys(null, 10).documents().getFirst();
    assertThat(thin.content()).isNull();
    return thin.version();
  }

  private String problem() {
    FaultException thrown =
        org.assertj.core.api.Assertions.catchThrowableOfType(
            FaultException.class,
            () ->
                Objects.requireNonNull(Functions.all().get("productVariants"))
                    .apply(List.of(read("{}"))));
    assertThat(thrown.fault()).isInstanceOf(Fault.Invalid.class);
    return thrown.fault().message();
  }

  private static JsonNode content(List<Document> documents) {
    assertThat(documents).hasSize(1);
    return Objects.requireNonNull(documents.getFirst().content());
  }

  private static List<ProductVariant> variants(JsonNode content) {
    return List.of(
        ModelJson.mapper().treeToValue(content.path("variants"), ProductVariant[].class));
  }

  private static List<ProductText> texts(JsonNode content) {
    return List.of(ModelJson.mapper().treeToValue(content.path("texts"), ProductText[].class));
  }

  private static List<Attribute> attributes(JsonNode content) {
    return List.of(ModelJson.mapper().treeToValue(content.path("attributes"), Attribute[].class));
  }
}
