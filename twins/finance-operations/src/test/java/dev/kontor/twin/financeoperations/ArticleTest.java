package dev.kontor.twin.financeoperations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.TwinClient.Reply;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Articles with their variants, texts and barcodes, and what people do with them. */
final class ArticleTest {
  private static final String DIMENSIONS = "'ProductColorId':'%s','ProductSizeId':'%s'";

  private Desk desk;

  @BeforeEach
  void start() throws IOException {
    desk = new Desk(Options.quick());
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  private JsonNode item(String company, String item) {
    return desk.client.get(
        "ReleasedProductsV2(dataAreaId='%s',ItemNumber='%s')?cross-company=true"
            .formatted(company, item));
  }

  private List<String> variants(String item) {
    return desk.client
        .rows("ReleasedProductVariantsV2", "ItemNumber eq '" + item + "'")
        .valueStream()
        .map(v -> v.path("ProductVariantNumber").asString())
        .toList();
  }

  private String refused(String path, String body) {
    Reply reply = desk.client.send("POST", "/_twin/" + path, body.replace('\'', '"'));
    assertThat(reply.ok()).as(reply.text()).isFalse();
    return reply.status() + " " + reply.text();
  }

  @Test
  void aMasterHasVariantsTextsBarcodesAndWeights() {
    JsonNode master = item("demf", "AH-1010");
    assertThat(master.path("ProductSubType").asString()).isEqualTo("ProductMaster");
    assertThat(master.path("NetProductWeight").decimalValue()).isEqualByComparingTo("0.48");
    assertThat(variants("AH-1010"))
        .containsExactly("AH-1010-GRUEN-M", "AH-1010-GRUEN-L", "AH-1010-GRAU-M", "AH-1010-GRAU-L");
    JsonNode variant =
        desk.client
            .rows("ReleasedProductVariantsV2", "ProductVariantNumber eq 'AH-1010-GRAU-L'")
            .path(0);
    assertThat(variant.path("ProductName").asString()).isEqualTo("Wanderjacke grau, L");
    String english = "ProductTranslations(ProductNumber='AH-1010-GRUEN-M',LanguageId='en-us')";
    assertThat(desk.client.get(english).path("ProductName").asString())
        .isEqualTo("Hiking jacket green, M");
    assertThat(
            desk.client
                .rows("ProductNumberIdentifiedBarcodes", "ProductNumber eq 'AH-1010-GRUEN-L'")
                .path(0)
                .path("Barcode")
                .asString())
        .isEqualTo("4012345000115");
    assertThat(desk.client.rows("ProductVariantsV2", "ProductMasterNumber eq 'AH-1010'").size())
        .as("shared by all companies")
        .isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ReleasedProductsV2",
        "ReleasedProductVariantsV2",
        "ProductVariantsV2",
        "ProductTranslations",
        "ProductNumberIdentifiedBarcodes"
      })
  void nothingOfAnArticleIsWrittenFromOutside(String set) {
    assertThat(desk.client.refused("POST", set, "{'ProductNumber':'X'}")).startsWith("4");
  }

  @Test
  void peopleChangeAnArticle() {
    String before = item("demf", "AH-1000").path("@odata.etag").asString();
    desk.control("items/demf/AH-1000/change", "{'SearchName':'Leinenhemd','NetProductWeight':0.3}");
    JsonNode after = item("demf", "AH-1000");
    assertThat(after.path("SearchName").asString()).isEqualTo("Leinenhemd");
    assertThat(after.path("NetProductWeight").decimalValue()).isEqualByComparingTo("0.3");
    assertThat(after.path("@odata.etag").asString()).isNotEqualTo(before);
    assertThat(item("usmf", "AH-1000").path("SearchName").asString())
        .isEqualTo("Linen shirt white");
    assertThat(refused("items/demf/AH-1000/change", "{'Farbe':'rot'}"))
        .isEqualTo("400 products has no field Farbe");
    assertThat(refused("items/demf/AH-1000/change", "{'ItemNumber':'X'}")).startsWith("400 ");
    assertThat(refused("items/demf/X/change", "{}")).startsWith("409 ");
  }

  @Test
  void aNewVariantIsSold() {
    String dimensions = DIMENSIONS.formatted("ROT", "M");
    desk.control(
        "items/demf/AH-1001/variant",
        "{" + dimensions + ",'ProductVariantNumber':'AH-1001-ROT-M','stock':{'11':5}}");
    assertThat(variants("AH-1001")).contains("AH-1001-ROT-M");
    String order = desk.order("10000", "");
    desk.line(order, "AH-1001", "1", ",'ShippingWarehouseId':'11'," + dimensions);
    assertThat(refused("items/demf/AH-1001/variant", "{" + dimensions + "}")).startsWith("409 ");
    assertThat(refused("items/demf/AH-1000/variant", "{" + dimensions + "}"))
        .startsWith("400 AH-1000 is no product master");
    assertThat(refused("items/demf/AH-1001/variant", "{}")).startsWith("400 A variant needs");
  }

  @Test
  void aBlockedArticleIsNotSoldButItsLinesStay() {
    String order = desk.order("10000", "");
    String line = Desk.body(order, "AH-1011", "1", ",'ShippingWarehouseId':'11'");
    assertThat(desk.client.refused("POST", "SalesOrderLinesV3", line)).contains("GESPERRT");
    desk.control("items/demf/AH-1011/block", "{'state':''}");
    JsonNode sold = desk.client.post("SalesOrderLinesV3", line);
    desk.control("items/demf/AH-1011/block", "{'state':'GESPERRT'}");
    String key =
        "SalesOrderLinesV3(dataAreaId='demf',InventoryLotId='"
            + sold.path("InventoryLotId").asString()
            + "')";
    assertThat(desk.client.send("PATCH", key, "{\"OrderedSalesQuantity\":2}").ok()).isTrue();
  }

  @Test
  void oneVariantIsBlockedTheOthersAreSold() {
    String blocked = DIMENSIONS.formatted("BLAU", "M");
    desk.control("items/demf/AH-1001/block", "{'state':'GESPERRT'," + blocked + "}");
    String order = desk.order("10000", "");
    String more = ",'ShippingWarehouseId':'11',";
    assertThat(
            desk.client.refused(
                "POST", "SalesOrderLinesV3", Desk.body(order, "AH-1001", "1", more + blocked)))
        .contains("GESPERRT");
    desk.line(order, "AH-1001", "1", more + DIMENSIONS.formatted("BLAU", "L"));
    assertThat(refused("items/demf/AH-1001/block", "{}")).startsWith("400 state is missing");
  }

  @Test
  void anArticleIsReleasedIntoAnotherCompany() {
    desk.control("items/usmf/AH-1004/release", "{'from':'demf','SalesPrice':99.5}");
    JsonNode released = item("usmf", "AH-1004");
    assertThat(released.path("SearchName").asString()).isEqualTo("Teeservice");
    assertThat(released.path("SalesPrice").decimalValue()).isEqualByComparingTo("99.5");
    assertThat(item("demf", "AH-1004").path("SalesPrice").decimalValue())
        .isEqualByComparingTo("83.95");
    assertThat(refused("items/usmf/AH-1004/release", "{'from':'demf'}")).startsWith("409 ");
    desk.control(
        "items/demf/NEU-1/release",
        "{'SearchName':'Neu','ProductSubType':'ProductMaster','SalesPrice':1,'variants':[{'ProductColorId':'ROT','ProductVariantNumber':'NEU-1-ROT'}]}");
    assertThat(variants("NEU-1")).containsExactly("NEU-1-ROT");
  }

  @Test
  void whatWasNeverSoldGoes() {
    desk.control("items/demf/AH-1011/remove", "{}");
    assertThat(desk.client.rows("ReleasedProductsV2", "ItemNumber eq 'AH-1011'")).isEmpty();
    String blue = DIMENSIONS.formatted("BLAU", "M");
    assertThat(refused("items/demf/AH-1001/remove", "{}")).contains("has transactions");
    assertThat(refused("items/demf/AH-1001/remove", "{" + blue + "}")).contains("has transactions");
    desk.control(
        "items/demf/AH-1001/variant",
        "{" + DIMENSIONS.formatted("ROT", "L") + ",'ProductVariantNumber':'AH-1001-ROT-L'}");
    desk.control("items/demf/AH-1001/remove", "{" + DIMENSIONS.formatted("ROT", "L") + "}");
    assertThat(variants("AH-1001")).containsExactly("AH-1001-BLAU-M", "AH-1001-BLAU-L");
    assertThat(refused("items/demf/AH-1001/remove", "{" + DIMENSIONS.formatted("ROT", "L") + "}"))
        .contains("has no variant");
    assertThat(desk.twin.control().truth("variants").path("variants").size()).isEqualTo(6);
  }
}
