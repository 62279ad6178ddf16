package dev.kontor.twin.magento;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Attributes, their options and sets, and what becomes of values. */
class AttributeTest extends OnShelf {
  private static final String OPTIONS = "products/attributes/color/options";

  private List<String> labels(String store) {
    return shelf
        .client
        .get("/rest/" + store + "/V1/" + OPTIONS)
        .json()
        .valueStream()
        .map(o -> o.path("label").asString())
        .toList();
  }

  @Test
  void aNewOptionHasANumberAndLabelsPerStoreView() {
    String body =
        "{'option':{'label':'Rot','sort_order':9,'store_labels':[{'store_id':2,'label':'Red'}]}}";
    JsonNode id = shelf.ok("POST", OPTIONS, body);
    assertThat(id.isString()).isTrue();
    assertThat(id.asString()).matches("\\d+");
    assertThat(labels("all")).endsWith("Rot");
    assertThat(labels("us")).endsWith("Red");
    shelf.ok("PUT", OPTIONS + "/" + id.asString(), "{'option':{'label':'Feuerrot'}}");
    assertThat(labels("default")).contains("Feuerrot");
    assertThat(labels("us")).as("labels not named stay").contains("Red");
    shelf.ok("DELETE", OPTIONS + "/" + id.asString(), "");
    assertThat(labels("all")).doesNotContain("Feuerrot");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "schiefergrau|400 Admin store attribute option label \"schiefergrau\" is already exists.",
        "9|400 Admin store attribute option label \"9\" is already exists.",
        "' '|400 The attribute option label is empty. Enter the value and try again.",
      })
  void aLabelIsTakenOnce(String label, String expected) {
    assertThat(shelf.refused("POST", OPTIONS, "{'option':{'label':'" + label + "'}}"))
        .isEqualTo(expected);
  }

  @Test
  void textHasNoOptionsAndUnknownNamesAreNotFound() {
    String option = "{'option':{'label':'Rot'}}";
    assertThat(shelf.refused("POST", "products/attributes/meta_title/options", option))
        .isEqualTo("400 The \"meta_title\" attribute doesn't work with options.");
    assertThat(shelf.refused("GET", "products/attributes/gibtsnicht", ""))
        .startsWith("404 The attribute with a \"gibtsnicht\" attributeCode");
    assertThat(shelf.refused("DELETE", OPTIONS + "/4711", "")).startsWith("404 ");
  }

  @Test
  void anAttributeCountsOnceItIsInTheSet() {
    String attribute =
        "{'attribute':{'attribute_code':'laenge','frontend_input':'select','scope':'global',"
            + "'default_frontend_label':'Länge','options':[{'label':'kurz'},{'label':'lang'}]}}";
    JsonNode made = shelf.ok("POST", "products/attributes", attribute);
    assertThat(made.path("options").size()).isEqualTo(3);
    assertThat(shelf.refused("POST", "products/attributes", attribute)).contains("already exists");
    String value = made.path("options").path(2).path("value").asString();
    assertThat(Shelf.attribute(shelf.product("A", Shelf.custom("laenge", value)), "laenge"))
        .isEqualTo("absent");
    shelf.ok(
        "POST",
        "products/attribute-sets/attributes",
        "{'attributeSetId':4,'attributeGroupId':4,'attributeCode':'laenge','sortOrder':1}");
    assertThat(Shelf.attribute(shelf.product("A", Shelf.custom("laenge", value)), "laenge"))
        .isEqualTo(value);
    JsonNode row =
        shelf
            .get("products/attribute-sets/4/attributes")
            .valueStream()
            .filter(a -> a.path("attribute_code").asString().equals("laenge"))
            .findFirst()
            .orElseThrow();
    assertThat(row.path("scope").asString()).isEqualTo("global");
    assertThat(row.path("frontend_input").asString()).isEqualTo("select");
    assertThat(shelf.refused("GET", "products/attribute-sets/99/attributes", ""))
        .startsWith("404 ");
  }

  @Test
  void anotherSetHasItsOwnAttributes() {
    JsonNode set =
        shelf.ok(
            "POST",
            "products/attribute-sets",
            "{'attributeSet':{'attribute_set_name':'Textil','sort_order':2},'skeletonId':4}");
    long id = set.path("attribute_set_id").asLong();
    shelf.ok("DELETE", "products/attribute-sets/" + id + "/attributes/color", "");
    String product =
        Shelf.body("T", Shelf.custom("color", "8", "groesse", "5"))
            .replace("'attribute_set_id':4", "'attribute_set_id':" + id);
    JsonNode saved = shelf.ok("POST", "products", product);
    assertThat(Shelf.attribute(saved, "color")).isEqualTo("absent");
    assertThat(Shelf.attribute(saved, "groesse")).isEqualTo("5");
    assertThat(shelf.refused("DELETE", "products/attribute-sets/4/attributes/url_key", ""))
        .startsWith("400 The system attribute");
  }

  @ParameterizedTest
  @CsvSource({
    "special_from_date,2026-12-24,2026-12-24 00:00:00",
    "special_to_date,2026-12-24 18:30:00,2026-12-24 18:30:00",
    "special_price,3.5,3.500000",
    "color,Tannengrün,0",
    "color,4711,4711",
    "meta_title,12,12",
  })
  void valuesTakeTheFormOfTheirColumn(String code, String sent, String stored) {
    assertThat(Shelf.attribute(shelf.product("V", Shelf.custom(code, sent)), code))
        .isEqualTo(stored);
  }

  @Test
  void whatIsNoDateOrNoPriceIsRefused() {
    String date = Shelf.body("V", Shelf.custom("special_from_date", "24.12.2026"));
    assertThat(shelf.refused("POST", "products", date)).isEqualTo("400 Invalid date");
    String price = Shelf.body("V", Shelf.custom("special_price", "-1"));
    assertThat(shelf.refused("POST", "products", price)).startsWith("400 Please enter a number 0");
    assertThat(shelf.reply("GET", "products/V", "").status()).isEqualTo(404);
  }

  @Test
  void nullTakesAValueAwayWhereItIsSent() {
    shelf.product("W", Shelf.custom("description", "für alle"));
    String own =
        "{\"product\":{\"custom_attributes\":[{\"attribute_code\":\"description\",\"value\":%s}]}}";
    shelf.client.send("PUT", "/rest/us/V1/products/W", own.formatted("\"for us\""));
    assertThat(description("us")).isEqualTo("for us");
    shelf.client.send("PUT", "/rest/us/V1/products/W", own.formatted("null"));
    assertThat(description("us")).isEqualTo("für alle");
    shelf.client.send("PUT", "/rest/all/V1/products/W", own.formatted("null"));
    assertThat(description("us")).isEqualTo("absent");
    shelf.client.send("PUT", "/rest/all/V1/products/W", own.formatted("\"\""));
    assertThat(description("all")).as("an empty text is one").isEmpty();
  }

  private String description(String store) {
    return Shelf.attribute(
        shelf.client.get("/rest/" + store + "/V1/products/W").json(), "description");
  }
}
