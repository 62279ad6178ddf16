package dev.kontor.twin.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.ManualClock;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Items, variants, categories, units and pictures through API v2.0. */
class ItemTest extends TwinTest {
  private static final int PNG_HEAD = 24;
  private final ManualClock clock = new ManualClock("2026-03-15T08:00:00Z");

  @Override
  Options options() {
    return Options.quick().clocked(clock);
  }

  @Test
  void aNewItemHasItsCategoryUnitAndTaxGroupByCode() throws Exception {
    JsonNode item =
        client.post(
            "items?$expand=itemCategory,unitOfMeasure,picture",
            """
            {"number":"5000","displayName":"Schal","displayName2":"Wolle","type":"Non_x002D_Inventory",
             "itemCategoryCode":"shirts","baseUnitOfMeasureCode":"PCS","taxGroupCode":"VAT19",
             "unitPrice":12.5,"priceIncludesTax":false,"gtin":"4012345000023"}""");
    assertThat(text(item, "itemCategoryId"))
        .isEqualTo(client.id("itemCategories", "code", "SHIRTS"));
    assertThat(text(item.path("unitOfMeasure"), "displayName")).isEqualTo("Stück");
    assertThat(text(item.path("picture"), "parentType")).isEqualTo("Item");
    assertThat(text(item, "displayName2")).isEqualTo("Wolle");
    assertThat(
            client
                .send("DELETE", "items(" + text(item, "id") + ")", "", "If-Match", "*")
                .statusCode())
        .isEqualTo(204);
    assertThat(client.send("GET", "items(" + text(item, "id") + ")", "").statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"number\":\"1000\"}|409 Internal_EntityWithSameKeyExists",
        "{\"itemCategoryCode\":\"NONE\"}|400 Application_DialogException: The \"itemCategoryCode\" does not match to a Item Category.",
        "{\"baseUnitOfMeasureId\":\"11111111-2222-3333-4444-555555555555\"}|400 Application_DialogException: The \"baseUnitOfMeasureId\" does not match to a Unit of Measure.",
        "{\"unitPrice\":-1}|400 Application_FieldValidationException: Unit Price must be greater",
        "{\"type\":\"Non-Inventory\"}|400 Unknown: 'Non-Inventory' is not an option.",
        "{\"gtin\":\"123456789012345\"}|400 Application_StringExceededLength",
        "{\"lastModifiedDateTime\":\"2026-01-01T00:00:00Z\"}|400 BadRequest_InvalidOperation",
        "{\"unitPrice\":\"1\"}|400 BadRequest: Cannot convert",
      })
  void badItemsAreRefused(String body, String refusal) throws Exception {
    assertThat(client.refused("POST", "items", body)).startsWith(refusal);
  }

  @Test
  void idAndCodeOfAReferenceMustAgree() throws Exception {
    String books = client.id("itemCategories", "code", "BOOKS");
    assertThat(
            client.refused(
                "POST",
                "items",
                "{\"itemCategoryId\":\"%s\",\"itemCategoryCode\":\"SHIRTS\"}".formatted(books)))
        .contains("The item categories values do not match to a specific item category.");
  }

  @Test
  void variantsBelongToAnItemAndTheirCodesToIt() throws Exception {
    String item = client.id("items", "number", "1000");
    JsonNode variant =
        client.post(
            "items(" + item + ")/itemVariants", "{\"code\":\"rot\",\"description\":\"Rot\"}");
    assertThat(text(variant, "code")).isEqualTo("ROT");
    assertThat(text(variant, "itemNumber")).isEqualTo("1000");
    assertThat(client.refused("POST", "itemVariants", "{\"itemNumber\":\"1000\",\"code\":\"ROT\"}"))
        .startsWith("409 Internal_EntityWithSameKeyExists");
    assertThat(client.refused("POST", "itemVariants", "{\"itemNumber\":\"NONE\",\"code\":\"A\"}"))
        .contains("The \"itemNumber\" does not match to an Item.");
    assertThat(
            client.refused(
                "POST",
                "itemVariants",
                "{\"itemId\":\"%s\",\"itemNumber\":\"1001\",\"code\":\"A\"}".formatted(item)))
        .contains("The item values do not match to a specific Item.");
    assertThat(client.refused("POST", "itemVariants", "{\"itemNumber\":\"1000\"}"))
        .startsWith("400 BadRequest_RequiredParamNotProvided");
  }

  @Test
  void aPictureIsOneOfItsItemAndChangesIt() throws Exception {
    String item = "items(" + client.id("items", "number", "1000") + ")";
    String picture = item + "/picture";
    JsonNode before = client.get(item);
    JsonNode none = client.get(picture);
    assertThat(number(none, "width")).isEqualByComparingTo("0");
    assertThat(text(none, "pictureContent@odata.mediaReadLink"))
        .endsWith("/picture/pictureContent");
    assertThat(client.bytes("GET", picture + "/pictureContent", new byte[0]).statusCode())
        .isEqualTo(204);
    byte[] png = png();
    assertThat(client.bytes("PATCH", picture + "/pictureContent", png).statusCode())
        .as("without a tag")
        .isEqualTo(400);
    clock.advance(Duration.ofMinutes(1));
    HttpResponse<byte[]> stored =
        client.bytes(
            "PATCH", picture + "/pictureContent", png, "If-Match", text(none, "@odata.etag"));
    assertThat(stored.statusCode()).isEqualTo(204);
    assertThat(client.bytes("GET", picture + "/pictureContent", new byte[0]).body()).isEqualTo(png);
    assertThat(text(client.get(picture), "contentType")).isEqualTo("image/png");
    assertThat(number(client.get(picture), "height")).isEqualByComparingTo("4");
    assertThat(text(client.get(item), "lastModifiedDateTime"))
        .isEqualTo("2026-03-15T08:01:00Z")
        .isNotEqualTo(text(before, "lastModifiedDateTime"));
    assertThat(
            client
                .bytes(
                    "PATCH",
                    picture + "/pictureContent",
                    png,
                    "If-Match",
                    text(none, "@odata.etag"))
                .statusCode())
        .as("a stale tag")
        .isEqualTo(409);
    assertThat(client.refused("GET", "pictures", ""))
        .contains("You must get to the parent first to get to the picture.");
    assertThat(client.send("DELETE", picture, "", "If-Match", "*").statusCode()).isEqualTo(204);
    assertThat(text(client.get(picture), "contentType")).isEmpty();
  }

  @Test
  void aVariantHasAPictureOfItsOwn() throws Exception {
    JsonNode variant = first("itemVariants?$filter=itemNumber eq '1001'");
    String content = "itemVariants(" + text(variant, "id") + ")/picture/pictureContent";
    client.bytes("PATCH", content, png(), "If-Match", "*");
    assertThat(client.bytes("GET", content, new byte[0]).body()).hasSize(PNG_HEAD);
    String item = "items(" + client.id("items", "number", "1001") + ")/picture";
    assertThat(text(client.get(item), "contentType")).isEmpty();
  }

  @Test
  void whatIsUsedCannotBeDeleted() throws Exception {
    assertThat(
            client.refused(
                "DELETE",
                "items(" + client.id("items", "number", "1000") + ")",
                "",
                "If-Match",
                "*"))
        .startsWith("400 Application_DialogException: You cannot delete Item 1000");
    assertThat(
            client.refused(
                "DELETE",
                "unitsOfMeasure(" + client.id("unitsOfMeasure", "code", "PCS") + ")",
                "",
                "If-Match",
                "*"))
        .startsWith("400 Application_DialogException: You cannot delete Unit of Measure PCS");
    String books = "itemCategories(" + client.id("itemCategories", "code", "BOOKS") + ")";
    assertThat(client.send("DELETE", books, "", "If-Match", "*").statusCode()).isEqualTo(204);
  }

  private static byte[] png() {
    return ByteBuffer.allocate(PNG_HEAD).putInt(0x89504E47).putInt(16, 3).putInt(20, 4).array();
  }
}
