package dev.kontor.connector.financeoperations.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.connector.financeoperations.CannedErp;
import dev.kontor.connector.financeoperations.FinanceOperationsProvider;
import dev.kontor.model.CategoryPath;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Product;
import dev.kontor.model.ProductText;
import dev.kontor.model.ProductVariant;
import dev.kontor.model.VariantOption;
import dev.kontor.spi.Document;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Page;
import java.util.List;
import java.util.Objects;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Released products become articles, masters with their variants. */
class ArticlesTest {

  private static final String BY_VARIANT =
      """
      {"skuScheme": "variant", "products": {"language": "de", "hierarchy": "Web",
        "blockedStates": ["Auslauf"], "optionNames": {"color": "Farbe", "size": "Größe"}}}
      """;

  private static String product(String item, String kind, String more) {
    return """
        {"dataAreaId": "usmf", "ItemNumber": "%1$s", "ProductNumber": "P-%1$s",
         "ProductSubType": "%2$s", "ProductSearchName": "Suche %1$s", "ProductLifecycleStateId": "",
         "SalesSalesTaxItemGroupCode": "VOLL", "SalesUnitSymbol": "Stk", "SalesPrice": 1250,
         "SalesPriceQuantity": 100, "NetProductWeight": 1.2, "TareProductWeight": 0.05%3$s}
        """
        .formatted(item, kind, more);
  }

  private static String variant(String number, String color, String size) {
    return """
        {"dataAreaId": "usmf", "ProductMasterNumber": "P-SHIRT", "ItemNumber": "SHIRT",
         "ProductVariantNumber": "%s", "ProductColorId": "%s", "ProductSizeId": "%s",
         "ProductStyleId": "", "ProductConfigurationId": "", "ProductVersionId": "",
         "ProductLifecycleStateId": "%s"}
        """
        .formatted(number, color, size, size.equals("L") ? "auslauf" : "");
  }

  private static String text(String number, String language, String name, String description) {
    return """
        {"ProductNumber": "%s", "LanguageId": "%s", "ProductName": "%s", "Description": "%s"}
        """
        .formatted(number, language, name, description);
  }

  private static String code(String number, String code, String unit, String more) {
    return """
        {"dataAreaId": "usmf", "ProductNumber": "%s", "Barcode": "%s",
         "ProductQuantityUnitSymbol": "%s"%s}
        """
        .formatted(number, code, unit, more);
  }

  private static Product article(CannedErp erp, String item) {
    JsonNode content = content(erp, item);
    ObjectNode sound = content.deepCopy().asObject();
    assertThat(sound.remove("problems")).isEmpty();
    return ModelJson.mapper().treeToValue(sound, Product.class);
  }

  private static JsonNode content(CannedErp erp, String item) {
    Document read = erp.reader(EntityType.PRODUCT).fetch(List.of(item)).getFirst();
    return Objects.requireNonNull(read.content());
  }

  @Test
  void aMasterBecomesOneArticleWithItsVariants() {
    try (CannedErp erp = new CannedErp(BY_VARIANT)) {
      erp.rows("ReleasedProductsV2", product("SHIRT", "ProductMaster", ""));
      erp.rows(
          "ReleasedProductVariantsV2", variant("S-2", "Blau", "L"), variant("S-1", "Blau", "M"));
      erp.rows("ProductTranslations", text("P-SHIRT", "de", "Hemd", "Aus Leinen"));
      erp.rows("ProductNumberIdentifiedBarcodes", code("S-1", "4012345000016", "Stk", ""));
      Product shirt = article(erp, "SHIRT");
      assertThat(shirt.sku()).isEqualTo("SHIRT");
      assertThat(shirt.name()).isEqualTo("Hemd");
      assertThat(shirt.unit()).isEqualTo("Stk");
      assertThat(shirt.weight()).isEqualByComparingTo("1.25");
      assertThat(shirt.taxGroup()).isEqualTo("VOLL");
      assertThat(shirt.taxRate()).isEqualByComparingTo("19");
      assertThat(shirt.unitPrice()).isEqualByComparingTo("12.50");
      assertThat(shirt.currency()).isEqualTo("EUR");
      assertThat(shirt.priceIncludesTax()).isFalse();
      assertThat(shirt.blocked()).isFalse();
      assertThat(shirt.variants())
          .extracting(
              ProductVariant::sku,
              ProductVariant::gtin,
              ProductVariant::blocked,
              ProductVariant::options)
          .containsExactly(
              Tuple.tuple("S-1", "4012345000016", false, options("Blau", "M")),
              Tuple.tuple("S-2", null, true, options("Blau", "L")));
    }
  }

  private static List<VariantOption> options(String color, String size) {
    return List.of(new VariantOption("Farbe", color), new VariantOption("Größe", size));
  }

  @Test
  void whereShopsGoByItemAMasterIsOneArticle() {
    try (CannedErp erp = new CannedErp()) {
      erp.rows("ReleasedProductsV2", product("SHIRT", "ProductMaster", ""));
      assertThat(article(erp, "SHIRT").variants()).isEmpty();
      assertThat(erp.calls()).noneMatch(call -> call.contains("ReleasedProductVariantsV2"));
    }
  }

  @Test
  void textsAreToldByLanguageAndTheOwnOneNamesTheArticle() {
    try (CannedErp erp = new CannedErp(BY_VARIANT)) {
      erp.rows("ReleasedProductsV2", product("CUP", "Product", ""), product("JUG", "Product", ""));
      erp.rows(
          "ProductTranslations",
          text("P-CUP", "fr", "Tasse", ""),
          text("P-CUP", "en-us", "Cup", "Holds tea"),
          text("P-CUP", "de", "Becher", "Fasst Tee"));
      Product cup = article(erp, "CUP");
      assertThat(cup.name()).isEqualTo("Becher");
      assertThat(cup.texts())
          .containsExactly(
              new ProductText("de", null, "Fasst Tee"),
              new ProductText("en-US", "Cup", "Holds tea"),
              new ProductText("fr", "Tasse", null));
      assertThat(article(erp, "JUG").name()).isEqualTo("Suche JUG");
    }
  }

  @Test
  void theBarCodeIsThatOfOneSalesUnitThatScannersRead() {
    String scanned = ", \"IsDefaultScannedBarcode\": \"Yes\", \"ProductQuantity\": 1";
    try (CannedErp erp = new CannedErp(BY_VARIANT)) {
      erp.rows("ReleasedProductsV2", product("CUP", "Product", ""));
      erp.rows(
          "ProductNumberIdentifiedBarcodes",
          code("P-CUP", "4012345000016", "Stk", ""),
          code("P-CUP", "4012345000023", "Karton", scanned),
          code("P-CUP", "INTERN-7", "Stk", scanned),
          code("P-CUP", "4012345000047", "Stk", ", \"ProductQuantity\": 6"),
          code("P-CUP", "4012345000030", "", scanned));
      assertThat(article(erp, "CUP").gtin()).isEqualTo("4012345000030");
    }
  }

  @Test
  void categoriesAreThoseOfTheHierarchyWithoutItsTop() {
    try (CannedErp erp = new CannedErp(BY_VARIANT)) {
      erp.rows("ReleasedProductsV2", product("CUP", "Product", ""));
      erp.rows(
          "ProductCategoryAssignments",
          assigned("Tassen", "Web", 2),
          assigned("Geschenke", "Web", 1),
          assigned("Beschaffung", "Einkauf", 0));
      erp.rows(
          "ProductCategories",
          category("Alles", "", ""),
          category("Küche", "Alles", ""),
          category("Tassen", "Küche", "Tassen & Becher"),
          category("Geschenke", "Alles", ""));
      assertThat(article(erp, "CUP").categories())
          .containsExactly(
              path(new CategoryPath.Category("Geschenke", "Geschenke")),
              path(
                  new CategoryPath.Category("Küche", "Küche"),
                  new CategoryPath.Category("Tassen", "Tassen & Becher")));
    }
  }

  private static CategoryPath path(CategoryPath.Category... steps) {
    return new CategoryPath(List.of(steps));
  }

  private static String assigned(String category, String hierarchy, int order) {
    return """
        {"ProductNumber": "P-CUP", "ProductCategoryName": "%s",
         "ProductCategoryHierarchyName": "%s", "DisplayOrder": %d}
        """
        .formatted(category, hierarchy, order);
  }

  private static String category(String name, String parent, String shown) {
    return """
        {"ProductCategoryHierarchyName": "Web", "CategoryName": "%s",
         "ParentProductCategoryName": "%s", "FriendlyCategoryName": "%s"}
        """
        .formatted(name, parent, shown);
  }

  @Test
  void categoriesThatLeadInACircleEnd() {
    try (CannedErp erp = new CannedErp(BY_VARIANT)) {
      erp.rows("ReleasedProductsV2", product("CUP", "Product", ""));
      erp.rows("ProductCategoryAssignments", assigned("A", "Web", 1));
      erp.rows("ProductCategories", category("A", "B", ""), category("B", "A", ""));
      assertThat(article(erp, "CUP").categories()).hasSize(1);
    }
  }

  @Test
  void aPollReadsEachSetOnceWithTheFieldsItNeedsAndTellsOnlyWhatDiffers() {
    try (CannedErp erp = new CannedErp(BY_VARIANT)) {
      erp.rows(
          "ReleasedProductsV2", product("CUP", "Product", ""), product("FRACHT", "Product", ""));
      erp.rows(
          "ReleasedProductsV2", product("CUP", "Product", ", \"ProductLifecycleStateId\": \"x\""));
      erp.rows(
          "ReleasedProductsV2",
          product("CUP", "Product", "").replace("StateId\": \"\"", "StateId\": \"AUSLAUF\""));
      Page first = erp.reader(EntityType.PRODUCT).changes(null, 10);
      assertThat(first.documents()).extracting(Document::id).containsExactly("CUP");
      assertThat(erp.calls())
          .hasSize(6)
          .allMatch(call -> call.contains("$select=") && call.contains("cross-company=true"))
          .filteredOn(call -> call.contains("ReleasedProduct") || call.contains("Barcodes"))
          .hasSize(3)
          .allMatch(call -> call.contains("dataAreaId eq 'usmf'"));
      Page same = erp.reader(EntityType.PRODUCT).changes(first.next(), 10);
      assertThat(same.documents()).isEmpty();
      Page blocked = erp.reader(EntityType.PRODUCT).changes(same.next(), 10);
      assertThat(blocked.documents()).extracting(Document::id).containsExactly("CUP");
      assertThat(article(erp, "CUP").blocked()).isTrue();
    }
  }

  @Test
  void whatIsReleasedNoMoreIsToldOnce() {
    try (CannedErp erp = new CannedErp(BY_VARIANT)) {
      erp.rows("ReleasedProductsV2", product("CUP", "Product", ""), product("JUG", "Product", ""));
      erp.rows("ReleasedProductsV2", product("JUG", "Product", ""));
      Page both = erp.reader(EntityType.PRODUCT).changes(null, 10);
      Page one = erp.reader(EntityType.PRODUCT).changes(both.next(), 10);
      assertThat(one.documents())
          .filteredOn(Document::deleted)
          .extracting(Document::id)
          .containsExactly("CUP");
      assertThat(erp.reader(EntityType.PRODUCT).changes(one.next(), 10).documents()).isEmpty();
    }
  }

  @Test
  void variantsThatNoShopCouldSellAreNamed() {
    refused("has no released variants");
    refused(
        "S-1 and S-2 have the same product dimensions",
        variant("S-1", "Blau", "M"),
        variant("S-2", "Blau", "M"));
    refused(
        "variant S-2 has the product dimensions [Farbe], its sibling S-1 has [Farbe, Größe]",
        variant("S-1", "Blau", "M"),
        variant("S-2", "Rot", ""));
  }

  private static void refused(String problem, String... variants) {
    try (CannedErp erp = new CannedErp(BY_VARIANT)) {
      erp.rows("ReleasedProductsV2", product("SHIRT", "ProductMaster", ""));
      erp.rows("ReleasedProductVariantsV2", variants);
      JsonNode content = content(erp, "SHIRT");
      var part =
          Objects.requireNonNull(
              new FinanceOperationsProvider().functions().get("productVariants"));
      assertThatThrownBy(() -> part.apply(List.of(content)))
          .isInstanceOf(FaultException.class)
          .hasMessageContaining(problem);
    }
  }
}
