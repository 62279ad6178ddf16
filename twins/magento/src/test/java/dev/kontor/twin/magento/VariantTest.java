package dev.kontor.twin.magento;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.TwinClient.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Configurable products and their variants as an ERP writes them. */
class VariantTest extends OnShelf {
  private static final String COLOR =
      "{'attribute_id':'93','label':'Farbe','position':0,'values':[{'value_index':8}]}";
  private static final String SIZE =
      "{'attribute_id':'137','label':'Größe','position':1,'values':[{'value_index':5}]}";

  private static String family(String options, List<Long> links) {
    return ",'type_id':'configurable','extension_attributes':{'configurable_product_options':["
        + options
        + "],'configurable_product_links':"
        + links
        + "}";
  }

  private static List<Long> ids(JsonNode product) {
    return product
        .path("extension_attributes")
        .path("configurable_product_links")
        .valueStream()
        .map(JsonNode::asLong)
        .toList();
  }

  private JsonNode options(String sku) {
    return shelf.get("configurable-products/" + sku + "/options/all");
  }

  @Test
  void aFamilyIsWrittenInOneCallAndReadBack() {
    long small = shelf.simple("H-M", "8", "5");
    long large = shelf.simple("H-L", "9", "6");
    JsonNode saved = shelf.product("H", family(COLOR + "," + SIZE, List.of(small, large)));
    assertThat(ids(saved)).containsExactly(small, large);
    assertThat(saved.path("price").asInt()).isZero();
    JsonNode color = options("H").path(0);
    assertThat(color.path("label").asString()).isEqualTo("Farbe");
    assertThat(color.path("values").toString())
        .as("the values its variants have, whatever was sent")
        .isEqualTo("[{\"value_index\":8},{\"value_index\":9}]");
    assertThat(
            shelf
                .get("configurable-products/H/children")
                .valueStream()
                .map(c -> c.path("sku").asString()))
        .containsExactly("H-M", "H-L");
    JsonNode listed =
        shelf.get(
            "products?searchCriteria[filter_groups][0][filters][0][field]=sku"
                + "&searchCriteria[filter_groups][0][filters][0][value]=H");
    assertThat(ids(listed.path("items").path(0))).containsExactly(small, large);
    shelf.ok(
        "POST",
        "inventory/source-items",
        "{'sourceItems':[{'sku':'H-M','source_code':'lager-nord','quantity':3,'status':1}]}");
    String order =
        "{\"customer\":{\"email\":\"a@example.com\"},\"billing\":{\"firstname\":\"A\",\"lastname\":\"B\",\"street\":[\"Weg"
            + " 1\"],"
            + "\"postcode\":\"10115\",\"city\":\"Berlin\",\"country_id\":\"DE\"},\"lines\":[{\"sku\":\"H-M\",\"qty\":1}]}";
    Reply reply = shelf.client.post("/_twin/shop/orders", order);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    JsonNode placed = reply.json().path("orders").path(0);
    assertThat(placed.path("items").size()).as("parent and variant").isEqualTo(2);
  }

  @Test
  void variantsMustDifferInWhatTheRequestNames() {
    long one = shelf.simple("G-1", "8", "5");
    long two = shelf.simple("G-2", "8", "6");
    String same = "400 Products \"" + two + "\" and \"" + one;
    assertThat(refused(family(COLOR, List.of(one, two)))).startsWith(same);
    assertThat(refused(family("", List.of(one, two)))).startsWith(same);
    shelf.product("G", family(COLOR + "," + SIZE, List.of(one, two)));
    long bare = shelf.simple("G-3", "9", "");
    assertThat(refused(family(COLOR + "," + SIZE, List.of(one, bare))))
        .isEqualTo(
            "400 Product with id \""
                + bare
                + "\" does not contain required attribute \"groesse\".");
    assertThat(refused(family(COLOR, List.of(4711L))))
        .startsWith("404 The product that was requested doesn't exist.");
    assertThat(ids(shelf.get("products/G"))).as("nothing was written").containsExactly(one, two);
  }

  private String refused(String more) {
    return shelf.refused("PUT", "products/G", Shelf.body("G", more));
  }

  @Test
  void onlyAGlobalChoiceOfTheSetMakesVariants() {
    shelf.client.post(
        "/_twin/shop/attributes",
        "{\"code\":\"stoff\",\"input\":\"select\",\"scope\":\"store\",\"options\":[\"Wolle\"]}");
    shelf.client.post(
        "/_twin/shop/attributes",
        "{\"code\":\"laenge\",\"input\":\"select\",\"scope\":\"global\",\"in_set\":false}");
    for (String code : List.of("stoff", "laenge", "description")) {
      String option = COLOR.replace("'93'", "'" + code + "'");
      assertThat(refused(family(option, List.of())))
          .as(code)
          .startsWith("400 An error occurred while saving the option.");
    }
    assertThat(refused(family("{'attribute_id':'93','label':'Farbe'}", List.of())))
        .isEqualTo("400 Option values are not specified.");
    assertThat(refused(family(COLOR.replace("'93'", "'999'"), List.of())))
        .startsWith("404 The attribute with a \"999\" attributeCode doesn't exist.");
    assertThat(shelf.reply("GET", "products/G", "").status()).isEqualTo(404);
  }

  @Test
  void anotherLabelMakesAnOptionAnewAndTheVariantsGo() {
    long one = shelf.simple("K-1", "8", "5");
    shelf.product("K", family(COLOR, List.of(one)));
    long before = options("K").path(0).path("id").asLong();
    String other = COLOR.replace("Farbe", "Farbton");
    String body =
        "{'product':{'sku':'K','type_id':'configurable','extension_attributes':"
            + "{'configurable_product_options':["
            + other
            + "]}}}";
    shelf.ok("PUT", "products/K", body);
    assertThat(options("K").path(0).path("id").asLong()).isGreaterThan(before);
    assertThat(ids(shelf.get("products/K"))).isEmpty();
  }

  @Test
  void variantsComeAndGoOneByOne() {
    long one = shelf.simple("L-1", "8", "5");
    shelf.simple("L-2", "9", "5");
    shelf.simple("L-3", "8", "5");
    shelf.product("L", family(COLOR, List.of(one)));
    String child = "configurable-products/L/child";
    assertThat(shelf.ok("POST", child, "{'childSku':'L-2'}").asBoolean()).isTrue();
    assertThat(options("L").path(0).path("label").asString())
        .as("the label of the attribute")
        .isEqualTo("Color");
    assertThat(shelf.refused("POST", child, "{'childSku':'L-2'}"))
        .isEqualTo("400 The product is already attached.");
    assertThat(shelf.refused("POST", child, "{'childSku':'L-3'}"))
        .contains("have the same set of attribute values");
    assertThat(shelf.refused("POST", child, "{'childSku':'ISO-59'}"))
        .startsWith("400 The child product doesn't have the \"color\" attribute value.");
    assertThat(shelf.refused("POST", "configurable-products/ISO-59/child", "{'childSku':'L-3'}"))
        .isEqualTo("400 The parent product doesn't have configurable product options.");
    shelf.ok("DELETE", "configurable-products/L/children/L-1", "");
    assertThat(shelf.refused("DELETE", "configurable-products/L/children/L-1", ""))
        .startsWith("404 The option that was requested doesn't exist.");
    assertThat(shelf.get("configurable-products/L/children").size()).isEqualTo(1);
  }

  @Test
  void whatIsDeletedLeavesTheOthers() {
    long one = shelf.simple("N-1", "8", "5");
    long two = shelf.simple("N-2", "9", "5");
    shelf.product("N", family(COLOR, List.of(one, two)));
    shelf.ok("DELETE", "products/N-1", "");
    assertThat(ids(shelf.get("products/N"))).containsExactly(two);
    shelf.ok("PUT", "products/N-2", "{'product':{'status':2}}");
    assertThat(ids(shelf.get("products/N"))).as("a disabled one stays").containsExactly(two);
    shelf.ok("DELETE", "products/N", "");
    assertThat(shelf.get("products/N-2").path("status").asInt()).isEqualTo(2);
    assertThat(shelf.twin.truth().products().path("N-2").has("parent")).isFalse();
  }

  @Test
  void oneOptionAtATime() {
    long one = shelf.simple("P-1", "8", "5");
    shelf.product("P", "");
    String options = "configurable-products/P/options";
    String id = shelf.ok("POST", options, "{'option':" + COLOR + "}").asString();
    assertThat(shelf.get("products/P").path("type_id").asString()).isEqualTo("configurable");
    assertThat(shelf.refused("POST", options, "{'option':" + COLOR + "}"))
        .startsWith("400 An error");
    shelf.ok("POST", "configurable-products/P/child", "{'childSku':'P-1'}");
    String current = options("P").path(0).path("id").asString();
    assertThat(current).as("made anew for its label").isNotEqualTo(id);
    shelf.ok("PUT", options + "/" + current, "{'option':{'label':'Ton'}}");
    assertThat(shelf.get(options + "/" + current).path("label").asString()).isEqualTo("Ton");
    assertThat(ids(shelf.get("products/P"))).containsExactly(one);
    shelf.ok("DELETE", options + "/" + current, "");
    assertThat(ids(shelf.get("products/P"))).isEmpty();
    assertThat(shelf.refused("GET", options + "/" + current, ""))
        .startsWith("404 The \"" + current);
    assertThat(shelf.refused("GET", "configurable-products/ISO-59/options/all", ""))
        .startsWith("400 ");
  }

  @Test
  void inBulkAFamilyComesAfterItsVariants() {
    shelf.client.send("PUT", "/_twin/shop/consumer", "{\"on\":true}");
    long one = shelf.simple("Q-1", "8", "5");
    String body = "[" + Shelf.body("Q", family(COLOR, List.of(one))).replace('\'', '"') + "]";
    assertThat(shelf.client.post("/rest/all/async/bulk/V1/products", body).status()).isEqualTo(202);
    assertThat(ids(shelf.get("products/Q"))).containsExactly(one);
  }

  @Test
  void variantsHaveNoAddressOfTheirOwn() {
    shelf.product("R", ",'visibility':1" + Shelf.custom("url_key", "jacke"));
    shelf.product("S", Shelf.custom("url_key", "jacke"));
    assertThat(shelf.refused("PUT", "products/R", "{'product':{'visibility':4}}"))
        .startsWith("400 URL key for specified store already exists.");
    assertThat(shelf.refused("POST", "products", Shelf.body("T", Shelf.custom("url_key", "jacke"))))
        .startsWith("400 URL key");
  }
}
