package dev.kontor.twin.magento;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.ManualClock;
import dev.kontor.twin.kit.TwinClient.Reply;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What buyers choose of a product's options, in the order and in the stock. */
class ChosenOptionTest {
  private static final String OPTIONS =
      """
      [{'option_id': 11, 'title': 'Gravur', 'type': 'field', 'sort_order': 2, 'is_require': true,
        'price': 5, 'price_type': 'fixed', 'sku': 'GRAV', 'max_characters': 8},
       {'option_id': 12, 'title': 'Größe', 'type': 'drop_down', 'sort_order': 1, 'is_require': false,
        'values': [
          {'option_type_id': 21, 'title': 'Groß', 'price': 10, 'price_type': 'percent', 'sku': 'L'},
          {'option_type_id': 22, 'title': 'Klein', 'price': -1, 'price_type': 'fixed'}]},
       {'option_id': 13, 'title': 'Extras', 'type': 'checkbox', 'sort_order': 3, 'is_require': false,
        'values': [
          {'option_type_id': 31, 'title': 'Beutel', 'price': 1.5, 'price_type': 'fixed', 'sku': 'A'},
          {'option_type_id': 32, 'title': 'Karte', 'price': 2, 'price_type': 'percent', 'sku': 'B'},
          {'option_type_id': 33, 'title': 'Gruß', 'price': 0, 'price_type': 'fixed'}]},
       {'option_id': 14, 'title': 'Am', 'type': 'date', 'sort_order': 4, 'is_require': false,
        'price': 0, 'price_type': 'fixed'},
       {'option_id': 15, 'title': 'Um', 'type': 'time', 'sort_order': 5, 'is_require': false,
        'price': 0, 'price_type': 'fixed'},
       {'option_id': 16, 'title': 'Bild', 'type': 'file', 'sort_order': 6, 'is_require': false,
        'price': 0, 'price_type': 'fixed'}]""";
  private static final String ALL = "{'13': ['32', '31'], '12': '21', '11': 'Für Eva'}";
  private static final String NORTH =
      "\"arguments\":{\"extension_attributes\":{\"source_code\":\"lager-nord\"}}";

  private Shelf shelf;

  @BeforeEach
  void start() throws IOException {
    shelf = new Shelf(Options.demo().clock(new ManualClock("2026-11-21T10:00:00Z")));
    String engraved =
        "[{'sku':'UHR','name':'Uhr','price':59.9,'tax_class':2,'sources':{'lager-nord':500},"
            + "'tiers':[{'group':32000,'qty':10,'price':50}],'custom_options':"
            + OPTIONS
            + "}]";
    Reply added = shelf.client.post("/_twin/shop/products", engraved.replace('\'', '"'));
    assertThat(added.status()).as(added.text()).isEqualTo(204);
  }

  @AfterEach
  void stop() {
    shelf.close();
  }

  private Reply wished(String sku, int qty, String options) {
    ObjectNode wish = (ObjectNode) Fixtures.json("buyer.json");
    ObjectNode line = wish.putArray("lines").addObject().put("sku", sku).put("qty", qty);
    if (!options.isEmpty()) {
      line.set("options", Json.MAPPER.readTree(options.replace('\'', '"')));
    }
    return shelf.client.post("/_twin/shop/orders", wish);
  }

  private JsonNode placed(String sku, int qty, String options) {
    Reply placed = wished(sku, qty, options);
    assertThat(placed.status()).as(placed.text()).isEqualTo(201);
    return placed.json().path("orders").path(0);
  }

  private JsonNode order(JsonNode placed) {
    return shelf.get("orders/" + placed.path("entity_id"));
  }

  private String refused(String options) {
    Reply reply = wished("UHR", 1, options);
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    return reply.text();
  }

  private static void amounts(JsonNode row, String... columns) {
    for (int i = 0; i < columns.length; i += 2) {
      assertThat(row.path(columns[i]).decimalValue())
          .as(columns[i])
          .isEqualByComparingTo(new BigDecimal(columns[i + 1]));
    }
  }

  private static JsonNode chosen(JsonNode item) {
    return item.path("product_option").path("extension_attributes");
  }

  @Test
  void theRowCarriesSkusPricesAndWhatWasChosen() {
    JsonNode placed = placed("UHR", 2, ALL);
    JsonNode order = order(placed);
    JsonNode item = order.path("items").path(0);
    assertThat(item.path("sku").asString())
        .as("in the order of the options")
        .isEqualTo("UHR-L-GRAV-B-A");
    // 59.90 + 10 % + 5.00 + 1.50 + 2 % = 73.588
    amounts(item, "price", "73.59", "original_price", "59.9", "row_total", "147.18");
    amounts(item, "tax_amount", "27.96", "row_total_incl_tax", "175.14");
    amounts(order, "subtotal", "147.18", "tax_amount", "28.90", "grand_total", "181.03");
    assertThat(chosen(item).path("custom_options").toString())
        .isEqualTo(
            "[{\"option_id\":\"13\",\"option_value\":\"32,31\"},"
                + "{\"option_id\":\"12\",\"option_value\":\"21\"},"
                + "{\"option_id\":\"11\",\"option_value\":\"Für Eva\"}]");
    assertThat(placed.path("items").path(0).path("options").toString())
        .isEqualTo(
            "[{\"title\":\"Größe\",\"value\":\"Groß\"},{\"title\":\"Gravur\",\"value\":\"Für Eva\"},"
                + "{\"title\":\"Extras\",\"value\":\"Karte, Beutel\"}]");
    JsonNode listed = shelf.get("orders/items/" + item.path("item_id"));
    assertThat(chosen(listed)).isEqualTo(chosen(item));
  }

  @Test
  void withGrossPricesOptionsAreGross() {
    shelf.client.send("PUT", "/_twin/shop/setup", "{\"prices\":\"gross\"}");
    JsonNode order = order(placed("UHR", 2, ALL));
    JsonNode item = order.path("items").path(0);
    amounts(item, "price_incl_tax", "73.59", "row_total_incl_tax", "147.18");
    amounts(item, "tax_amount", "23.50", "row_total", "123.68", "price", "61.84");
    amounts(order, "grand_total", "153.13", "tax_amount", "24.45");
  }

  @Test
  void percentIsOfThePriceThisBuyerPays() {
    JsonNode item = order(placed("UHR", 10, "{'11':'x','12':21}")).path("items").path(0);
    amounts(item, "price", "60", "original_price", "59.9");
    item = order(placed("UHR", 1, "{'11':'x','12':'22'}")).path("items").path(0);
    amounts(item, "price", "63.9");
    assertThat(item.path("sku").asString()).as("a value without SKU").isEqualTo("UHR-GRAV");
  }

  @Test
  void severalValuesKeepTheHyphenOfOneWithoutSku() {
    JsonNode item = order(placed("UHR", 1, "{'11':'x','13':['31','33']}")).path("items").path(0);
    assertThat(item.path("sku").asString()).isEqualTo("UHR-GRAV-A-");
  }

  @Test
  void timesAreKeptInTheInternalForm() {
    JsonNode item =
        order(placed("UHR", 1, "{'11':' x ','14':'2026-12-24','15':'14:30','13':''}"))
            .path("items")
            .path(0);
    assertThat(
            chosen(item)
                .path("custom_options")
                .valueStream()
                .map(o -> o.path("option_value").asString()))
        .containsExactly(" x ", "2026-12-24 00:00:00", "2026-11-21 14:30:00", "");
    String selected =
        "{'11':'x','14':{'month':'12','day':'24','year':'2026'},"
            + "'15':{'hour':'12','minute':'05','day_part':'am'}}";
    item = order(placed("UHR", 1, selected)).path("items").path(0);
    assertThat(
            chosen(item)
                .path("custom_options")
                .valueStream()
                .map(o -> o.path("option_value").asString()))
        .as("the storefront's select lists stand before the time")
        .containsExactly("x", "12,24,2026,2026-12-24 00:00:00", "12,05,am,2026-11-21 00:05:00");
  }

  @Test
  void whatTheShopWouldNotPutIntoACartIsRefused() {
    String required =
        "The product's required option(s) weren't entered. Make sure the options are entered and try"
            + " again.";
    for (String options : List.of("", "{}", "{'12':'21'}", "{'11':' '}")) {
      assertThat(refused(options)).isEqualTo(required);
    }
    String unavailable = "Some of the selected item options are not currently available.";
    for (String options :
        List.of("{'12':'31'}", "{'13':['31','99']}", "{'13':['31','31']}", "{'12':['21','22']}")) {
      assertThat(refused(options.replace("{", "{'11':'x',"))).isEqualTo(unavailable);
    }
    assertThat(refused("{'11':'Für Elise'}"))
        .isEqualTo("The text is too long. Shorten the text and try again.");
    assertThat(refused("{'11':'x','99':'y'}")).isEqualTo("options: UHR has no option 99");
    for (String day : List.of("morgen", "2026-02-30", "14:30")) {
      assertThat(refused("{'11':'x','14':'" + day + "'}"))
          .isEqualTo("Please specify date required option(s).");
    }
    assertThat(refused("{'11':'x','15':'2026-12-24'}"))
        .isEqualTo("Please specify time required option(s).");
    assertThat(refused("{'11':'x','16':'bild.png'}")).contains("files");
    assertThat(shelf.twin.truth().orders()).isEmpty();
  }

  private int salable() {
    return shelf.get("inventory/get-product-salable-quantity/UHR/2").asInt();
  }

  private int north() {
    return shelf.twin.truth().stock().path("UHR").path("lager-nord").asInt();
  }

  private JsonNode document(JsonNode placed, String kind) {
    String of = "searchCriteria[filter_groups][0][filters][0]";
    String query = of + "[field]=order_id&" + of + "[value]=" + placed.path("entity_id");
    return shelf.get(kind + "?" + query).path("items").path(0).path("items").path(0);
  }

  @Test
  void stockIsKeptUnderTheProductsOwnSku() {
    JsonNode sold = placed("UHR", 5, ALL);
    JsonNode regretted = placed("UHR", 3, ALL);
    assertThat(salable()).isEqualTo(492);
    shelf.ok("POST", "orders/" + regretted.path("entity_id") + "/cancel", "");
    assertThat(salable()).isEqualTo(495);
    String order = "order/" + sold.path("entity_id");
    shelf.ok("POST", order + "/ship", "{" + NORTH + "}");
    shelf.ok("POST", order + "/invoice", "{'capture':true}");
    assertThat(north()).isEqualTo(495);
    assertThat(salable()).isEqualTo(495);
    String item = sold.path("items").path(0).path("item_id").asString();
    shelf.ok(
        "POST",
        order + "/refund",
        "{'items':[{'order_item_id':%s,'qty':2}],'arguments':{'extension_attributes':{'return_to_stock_items':[%s]}}}"
            .formatted(item, item));
    assertThat(north()).isEqualTo(497);
    for (String kind : List.of("shipments", "invoices", "creditmemos")) {
      assertThat(document(sold, kind).path("sku").asString()).as(kind).isEqualTo("UHR-L-GRAV-B-A");
    }
    assertThat(shelf.twin.truth().reservations().valueStream().map(r -> r.path("sku").asString()))
        .hasSize(4)
        .containsOnly("UHR");
  }

  private void asks(String sku, String option) {
    shelf.ok("POST", "products/options", "{'option':{'product_sku':'" + sku + "'," + option + "}}");
  }

  @Test
  void ofAConfigurableProductTheParentsRowIsLengthened() {
    asks("JACKE", "'title':'Name','type':'field','price':10,'price_type':'percent','sku':'NAME'");
    long option = shelf.get("products/JACKE/options").path(0).path("option_id").asLong();
    JsonNode placed = placed("JACKE-TAN-L", 1, "{'" + option + "':'Eva'}");
    JsonNode items = order(placed).path("items");
    assertThat(skus(items)).containsExactly("JACKE-TAN-L-NAME", "JACKE-TAN-L");
    amounts(items.path(0), "price", "170.45", "original_price", "154.95");
    assertThat(chosen(items.path(0)).path("configurable_item_options").size()).isEqualTo(2);
    assertThat(chosen(items.path(0)).path("custom_options").size()).isEqualTo(1);
    assertThat(items.path(1).has("product_option")).isFalse();
    shelf.ok("POST", "order/" + placed.path("entity_id") + "/ship", "{" + NORTH + "}");
    assertThat(shelf.twin.truth().stock().path("JACKE-TAN-L").path("lager-nord").asInt())
        .isEqualTo(499);
    assertThat(wished("JACKE-TAN-L", 1, "").text()).contains("required option(s)");
  }

  private static List<String> skus(JsonNode items) {
    return items.valueStream().map(i -> i.path("sku").asString()).toList();
  }

  @Test
  void ofABundleTheWholeIsLengthened() {
    String option = "'title':'Karte','type':'area','price':4,'price_type':'fixed','sku':'KARTE'";
    for (String sku : List.of("SET-GARTEN", "SET-CAMP")) {
      asks(sku, option);
    }
    long fixed = shelf.get("products/SET-GARTEN/options").path(0).path("option_id").asLong();
    JsonNode garden = order(placed("SET-GARTEN", 1, "{'" + fixed + "':'Hallo'}")).path("items");
    assertThat(skus(garden)).containsExactly("SET-GARTEN-KARTE", "TISCH-180", "STUHL-EI");
    amounts(garden.path(0), "price", "1003");
    assertThat(chosen(garden.path(0)).path("bundle_options").size()).isEqualTo(2);
    assertThat(chosen(garden.path(0)).path("custom_options").size()).isEqualTo(1);
    JsonNode plain = order(placed("ISO-59", 1, "")).path("items").path(0);
    assertThat(plain.has("product_option")).as("where there is nothing to choose").isFalse();
    JsonNode camp = order(placed("SET-CAMP", 1, "{'" + (fixed + 1) + "':'Hallo'}")).path("items");
    assertThat(camp.path(0).path("sku").asString())
        .isEqualTo("SET-CAMP-KARTE-KOCHER-F1-GAS-230-MAHL-DAL");
    BigDecimal parts =
        camp.valueStream()
            .skip(1)
            .map(part -> part.path("row_total").decimalValue())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(camp.path(0).path("row_total").decimalValue())
        .as("a dynamic bundle costs what its parts do")
        .isEqualByComparingTo(parts);
  }
}
