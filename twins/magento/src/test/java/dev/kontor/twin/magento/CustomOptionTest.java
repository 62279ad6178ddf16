package dev.kontor.twin.magento;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.ManualClock;
import dev.kontor.twin.kit.TwinClient.Reply;
import dev.kontor.twin.magento.api.Integration;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Custom options as an ERP reads and writes them. */
class CustomOptionTest extends OnShelf {
  private static final String TEXT =
      "{'title':'Gravur','type':'field','sort_order':2,'is_require':false,'price':5,'price_type':'fixed','sku':'GRAV',"
          + "'max_characters':8}";
  private static final String SIZE =
      "{'title':'Größe','type':'drop_down','sort_order':1,'is_require':true,'values':["
          + "{'title':'Groß','sort_order':2,'price':10,'price_type':'percent','sku':'L'},"
          + "{'title':'Klein','sort_order':1,'price':0,'price_type':'fixed','sku':'S'}]}";

  private JsonNode saved(String options) {
    return shelf.ok("PUT", "products/ISO-59", "{'product':{'options':[" + options + "]}}");
  }

  private JsonNode posted(String sku, String option) {
    return shelf.ok("POST", "products/options", of(sku, option));
  }

  private static String of(String sku, String option) {
    return "{'option':{'product_sku':'" + sku + "'," + option.substring(1) + "}";
  }

  private static List<String> titles(JsonNode options) {
    return options.valueStream().map(o -> o.path("title").asString()).toList();
  }

  private String refused(String option) {
    return shelf.refused("POST", "products/options", of("ISO-59", option));
  }

  @Test
  void aProductComesWithItsOptionsInTheirOrder() {
    JsonNode options = saved(TEXT + "," + SIZE).path("options");
    assertThat(titles(options)).containsExactly("Größe", "Gravur");
    JsonNode size = options.path(0);
    assertThat(titles(size.path("values"))).containsExactly("Klein", "Groß");
    assertThat(size.has("price")).isFalse();
    assertThat(size.path("product_sku").asString()).isEqualTo("ISO-59");
    JsonNode text = options.path(1);
    assertThat(text.has("values")).isFalse();
    assertThat(text.path("max_characters").asInt()).isEqualTo(8);
    assertThat(shelf.get("products/ISO-59/options")).isEqualTo(options);
    assertThat(shelf.get("products/ISO-59/options/" + text.path("option_id"))).isEqualTo(text);
    JsonNode product = shelf.get("products/ISO-59");
    assertThat(product.path("options")).isEqualTo(options);
    assertThat(Shelf.attribute(product, "has_options")).isEqualTo("1");
    assertThat(Shelf.attribute(product, "required_options")).isEqualTo("1");
  }

  @Test
  void aSaveWithoutOptionsLeavesThemOneWithThemReplacesThem() {
    JsonNode before = saved(TEXT + "," + SIZE).path("options");
    shelf.ok("PUT", "products/ISO-59", "{'product':{'price':60}}");
    assertThat(shelf.get("products/ISO-59/options")).isEqualTo(before);
    JsonNode size = before.path(0);
    JsonNode small = size.path("values").path(0);
    String kept =
        "{'option_id':%s,'title':'Format','type':'drop_down','values':[{'option_type_id':%s,'title':'S'},{'title':'XL'}]}"
            .formatted(size.path("option_id"), small.path("option_type_id"));
    JsonNode after = saved(kept + ",{'title':'Datum','type':'date','price_type':'fixed'}");
    assertThat(titles(after.path("options"))).containsExactly("Datum", "Format");
    JsonNode format = after.path("options").path(1);
    assertThat(format.path("option_id")).isEqualTo(size.path("option_id"));
    assertThat(format.path("sort_order").asInt()).as("what is not sent stays").isEqualTo(1);
    JsonNode values = format.path("values");
    assertThat(titles(values)).containsExactly("XL", "S");
    assertThat(values.path(1).path("option_type_id")).isEqualTo(small.path("option_type_id"));
    assertThat(values.path(1).path("sku").asString()).isEqualTo("S");
    assertThat(after.path("options").path(0).path("is_require").asBoolean())
        .as("an option is required unless it says otherwise")
        .isTrue();
    assertThat(saved("").path("options")).isEmpty();
    assertThat(Shelf.attribute(shelf.get("products/ISO-59"), "has_options")).isEqualTo("0");
  }

  @Test
  void oneOptionAtATime() {
    JsonNode text = posted("iso-59", TEXT);
    String path = "products/options/" + text.path("option_id");
    String longer = TEXT.replace("'max_characters':8", "'max_characters':20");
    assertThat(shelf.ok("PUT", path, of("ISO-59", longer)).path("max_characters").asInt())
        .isEqualTo(20);
    posted("ISO-59", SIZE);
    assertThat(titles(shelf.get("products/ISO-59/options"))).containsExactly("Größe", "Gravur");
    String own = "products/ISO-59/options/" + text.path("option_id");
    assertThat(shelf.ok("DELETE", own, "").asBoolean()).isTrue();
    assertThat(shelf.refused("DELETE", own, ""))
        .isEqualTo("404 No such entity with optionId = " + text.path("option_id"));
    assertThat(titles(shelf.get("products/ISO-59/options"))).containsExactly("Größe");
    assertThat(
            shelf
                .get("products/options/types")
                .valueStream()
                .map(t -> t.path("code").asString())
                .collect(Collectors.joining(" ")))
        .isEqualTo("field area file drop_down radio checkbox multiple date date_time time");
  }

  @Test
  void whatDoesNotHoldIsRefused() {
    assertThat(refused("{'type':'field','price_type':'fixed'}"))
        .isEqualTo("400 Missed values for option required fields");
    assertThat(refused("{'title':'T','price_type':'fixed'}"))
        .isEqualTo("400 Missed values for option required fields\nInvalid option type");
    assertThat(refused("{'title':'T','type':'colour','price_type':'fixed'}"))
        .isEqualTo("400 Invalid option type");
    for (String option :
        List.of(
            "{'title':'T','type':'field'}",
            "{'title':'T','type':'area','price_type':'fixed','max_characters':-1}",
            "{'title':'T','type':'radio'}",
            "{'title':'T','type':'radio','values':[]}",
            "{'title':'T','type':'radio','values':[{'price':1,'price_type':'fixed'}]}",
            "{'title':'T','type':'radio','values':[{'title':'A','price':1,'price_type':'half'}]}",
            "{'title':'T','type':'radio','values':[{'title':'A','price':1}]}")) {
      assertThat(refused(option)).as(option).isEqualTo("400 Invalid option value");
    }
    assertThat(refused("{'option_id':99," + TEXT.substring(1))).isEqualTo("404 No such entity.");
    assertThat(refused(SIZE.replace("{'title':'Groß'", "{'option_type_id':99,'title':'Groß'")))
        .isEqualTo("404 No such entity.");
    assertThat(shelf.refused("POST", "products/options", of("GIBTS-NICHT", TEXT)))
        .startsWith("404 The product that was requested doesn't exist.");
    assertThat(shelf.refused("POST", "products/options", "{'option':" + TEXT + "}"))
        .isEqualTo("400 The ProductSku is empty. Set the ProductSku and try again.");
    assertThat(refused(TEXT.replace("'price':5", "'price':'viel'"))).contains("value's type");
    assertThat(refused(TEXT.replace("'price':5", "'preis':5"))).contains("\"Preis\"");
    assertThat(shelf.refused("GET", "products/ISO-59/options/99", ""))
        .isEqualTo("404 No such entity with optionId = 99");
    assertThat(shelf.refused("GET", "products/GIBTS-NICHT/options", "")).startsWith("404 ");
    String product = "{'product':{'name':'Anders','options':[{'title':'T','type':'radio'}]}}";
    assertThat(shelf.refused("PUT", "products/ISO-59", product)).startsWith("400 Invalid option");
    assertThat(shelf.get("products/ISO-59").path("name").asString())
        .as("nothing was written")
        .isNotEqualTo("Anders");
  }

  private JsonNode found(long id) {
    String filter = "searchCriteria[filter_groups][0][filters][0]";
    return shelf
        .get(
            "products?"
                + filter
                + "[field]=entity_id&"
                + filter
                + "[condition_type]=in&"
                + filter
                + "[value]="
                + id
                + ",99999&fields=items[id,sku,options[option_id,title,type,values[option_type_id,title]]]")
        .path("items")
        .path(0);
  }

  @Test
  void aSearchShowsOptionsUnlessTheShopHidesThem() {
    JsonNode product = saved(SIZE + "," + TEXT);
    long id = product.path("id").asLong();
    JsonNode options = found(id).path("options");
    assertThat(titles(options)).containsExactly("Größe", "Gravur");
    assertThat(titles(options.path(0).path("values"))).containsExactly("Klein", "Groß");
    assertThat(options.path(0).has("is_require")).isFalse();
    shelf.client.send("PUT", "/_twin/shop/options-in-search", "{\"on\":false}");
    assertThat(found(id).path("options")).isEmpty();
    assertThat(shelf.get("products/ISO-59").path("options").size()).isEqualTo(2);
    shelf.client.send("PUT", "/_twin/shop/options-in-search", "{\"on\":true}");
    assertThat(found(id).path("options")).isEqualTo(options);
  }

  @Test
  void theTwinsOwnProductsMayHaveThem() {
    String option = "{'option_id':70," + TEXT.substring(1);
    Reply added = added("[{'sku':'TASSE','name':'T','price':9,'custom_options':[" + option + "]}]");
    assertThat(added.status()).as(added.text()).isEqualTo(204);
    assertThat(shelf.get("products/TASSE/options/70").path("title").asString()).isEqualTo("Gravur");
    assertThat(posted("TASSE", SIZE).path("option_id").asInt()).isEqualTo(71);
    assertThat(added("[{'sku':'X','name':'X','custom_options':[{'title':'T'}]}]").status())
        .isEqualTo(400);
    String shown = shelf.get("products/TASSE").toString().replace("TASSE", "BECHER");
    Reply recorded = shelf.client.post("/_twin/shop/recorded", "{\"products\":[" + shown + "]}");
    assertThat(recorded.status()).as(recorded.text()).isEqualTo(204);
    assertThat(titles(shelf.get("products/BECHER/options"))).containsExactly("Größe", "Gravur");
  }

  private Reply added(String products) {
    return shelf.client.post("/_twin/shop/products", products.replace('\'', '"'));
  }

  @Test
  void aProductIsSavedWithItsFirstOptionOnly() throws IOException {
    ManualClock clock = new ManualClock("2026-11-21T10:00:00Z");
    try (Shelf shop = new Shelf(Options.demo().clock(clock))) {
      String first = saved(shop, clock, TEXT);
      assertThat(saved(shop, clock, TEXT)).as("one more does not").isEqualTo(first);
      assertThat(saved(shop, clock, SIZE)).as("the first required one does").isGreaterThan(first);
    }
  }

  private static String saved(Shelf shop, ManualClock clock, String option) {
    clock.advance(Duration.ofMinutes(1));
    shop.ok("POST", "products/options", of("ISO-59", option));
    return shop.get("products/ISO-59").path("updated_at").asString();
  }

  @Test
  void optionsNeedTheRightToTheCatalogue() throws IOException {
    Integration some =
        new Integration(
            7,
            Options.CONSUMER_KEY,
            Options.CONSUMER_SECRET,
            Options.TOKEN,
            Options.TOKEN_SECRET,
            Set.of("Magento_Catalog::products"));
    try (Shelf limited = new Shelf(Options.demo().integrations(some))) {
      limited.ok("PUT", "products/ISO-59", "{'product':{'options':[" + TEXT + "]}}");
      assertThat(limited.get("products/ISO-59").path("options").size()).isEqualTo(1);
      for (String path : List.of("products/ISO-59/options", "products/options/types")) {
        assertThat(limited.refused("GET", path, ""))
            .isEqualTo("401 The consumer isn't authorized to access Magento_Catalog::catalog.");
      }
      assertThat(limited.reply("POST", "products/options", of("ISO-59", TEXT)).status())
          .isEqualTo(401);
    }
  }
}
