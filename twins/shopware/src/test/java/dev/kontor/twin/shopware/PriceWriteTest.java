package dev.kontor.twin.shopware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.ManualClock;
import dev.kontor.twin.shopware.shop.Catalogue;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A shopper pays what was written. */
class PriceWriteTest {
  private static final String EURO = "b7d2554b0ce847cd82f3ac9bd1c0dfca";
  private static final String RULE = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbb01";
  private static final String DEALERS = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbb02";
  private static final String PRODUCT = Catalogue.id("AH-1005");
  private final ManualClock clock = new ManualClock("2026-11-21T09:45:54.528Z");
  private ShopwareTwin twin;
  private ShopClient shop;

  @BeforeEach
  void start() throws IOException {
    twin = ShopwareTwin.start(Options.demo().clock(clock));
    shop = ShopClient.admin(twin);
    shop.upsert(
        "customer_group",
        "{\"id\":\"" + DEALERS + "\",\"name\":\"Händler\",\"displayGross\":false}");
  }

  @AfterEach
  void stop() {
    twin.close();
  }

  private static String price(String net, String gross) {
    return "[{\"currencyId\":\"%s\",\"net\":%s,\"gross\":%s,\"linked\":false}]"
        .formatted(EURO, net, gross);
  }

  private void rule(String type, String value) {
    var reply =
        shop.upsert(
            "rule",
            """
            {"id":"%s","name":"R","priority":50,"conditions":[{"type":"orContainer","children":[
              {"type":"andContainer","children":[{"type":"%s","value":%s}]}]}]}
            """
                .formatted(RULE, type, value));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
  }

  private void tier(int from, String to, String net, String gross) {
    var reply =
        shop.upsert(
            "product_price",
            "{\"productId\":\"%s\",\"ruleId\":\"%s\",\"quantityStart\":%d,\"quantityEnd\":%s,\"price\":%s}"
                .formatted(PRODUCT, RULE, from, to, price(net, gross)));
    assertThat(reply.status()).isEqualTo(200);
  }

  private String seen(String query) {
    return shop.seen("AH-1005", query).path("unitPrice").asString();
  }

  private static final String OF_DEALERS =
      "{\"operator\":\"=\",\"customerGroupIds\":[\"" + DEALERS + "\"]}";

  @Test
  void aGroupPaysItsPriceAtItsQuantity() {
    rule("customerCustomerGroup", OF_DEALERS);
    tier(1, "9", "18", "21.42");
    tier(10, "null", "15", "17.85");
    assertThat(seen("group=Händler&quantity=9".replace("ä", "%C3%A4"))).isEqualTo("18.00");
    assertThat(seen("group=H%C3%A4ndler&quantity=10")).isEqualTo("15.00");
    assertThat(seen("quantity=10")).isEqualTo("24.99");
    JsonNode order =
        shop.post(
                "/_twin/shop/orders",
                """
                {"customer":{"group":"Händler","email":"h@firma.example","guest":false,"company":"H GmbH"},
                 "lines":[{"productNumber":"AH-1005","quantity":10}]}
                """)
            .json()
            .path("orders")
            .path(0);
    assertThat(order.path("taxStatus").asString()).isEqualTo("net");
    // 10 × 15 net; delivery is free from 150.
    assertThat(order.path("net").asString()).isEqualTo("150.00");
    assertThat(order.path("gross").asString()).isEqualTo("178.50");
    JsonNode stored = shop.order(order.path("id").asString(), "{\"lineItems\":{}}");
    assertThat(stored.path("ruleIds").toString()).contains(RULE);
    assertThat(stored.path("lineItems").path(0).path("unitPrice").toString()).isEqualTo("15");
  }

  @Test
  void aListThatBeginsAtTenHoldsForOneToo() {
    rule("customerCustomerGroup", OF_DEALERS);
    tier(10, "19", "15", "17.85");
    tier(20, "null", "12", "14.28");
    assertThat(seen("group=H%C3%A4ndler&quantity=1")).isEqualTo("15.00");
    assertThat(seen("group=H%C3%A4ndler&quantity=500")).isEqualTo("12.00");
  }

  @Test
  void ofOverlappingTiersTheLowerOneHolds() {
    rule("customerCustomerGroup", OF_DEALERS);
    tier(1, "20", "18", "21.42");
    tier(10, "null", "15", "17.85");
    assertThat(seen("group=H%C3%A4ndler&quantity=20")).isEqualTo("18.00");
    assertThat(seen("group=H%C3%A4ndler&quantity=21")).isEqualTo("15.00");
  }

  @Test
  void aRuleWithoutConditionsHoldsForNobodyAndOneIsReadOnlyWhenIndexed() {
    shop.upsert("rule", "{\"id\":\"" + RULE + "\",\"name\":\"R\",\"priority\":50}");
    tier(1, "null", "1", "1.19");
    assertThat(seen("")).isEqualTo("24.99");
    shop.with("indexing-behavior", "disable-indexing");
    shop.upsert("rule_condition", "{\"ruleId\":\"" + RULE + "\",\"type\":\"alwaysValid\"}");
    shop.without("indexing-behavior");
    assertThat(seen("")).isEqualTo("24.99");
    shop.post("/api/_action/index", "{}");
    assertThat(seen("")).isEqualTo("1.19");
    assertThat(shop.read("rule", RULE, "{}").path("areas").toString()).isEqualTo("[\"product\"]");
    assertThat(shop.delete("rule", "{\"id\":\"" + RULE + "\"}").status()).isEqualTo(409);
  }

  @Test
  void datesCountWholeDays() {
    rule(
        "dateRange",
        """
        {"fromDate":"2026-11-22T00:00:00+00:00","toDate":"2026-11-22T00:00:00+00:00","useTime":false}
        """);
    tier(1, "null", "10", "11.90");
    assertThat(seen("")).isEqualTo("24.99");
    clock.advance(Duration.ofHours(15));
    assertThat(seen("")).isEqualTo("11.90");
    clock.advance(Duration.ofHours(24));
    assertThat(seen("")).isEqualTo("24.99");
  }

  @Test
  void oneCustomerHasAPriceOfHisOwn() {
    JsonNode customer =
        shop.post("/_twin/shop/customers", "{\"email\":\"eins@kunde.example\"}").json();
    String number = customer.path("customerNumber").asString();
    rule("customerCustomerNumber", "{\"operator\":\"=\",\"numbers\":[\"" + number + "\"]}");
    tier(1, "null", "10", "11.90");
    assertThat(seen("customer=" + number)).isEqualTo("11.90");
    assertThat(seen("")).isEqualTo("24.99");
  }

  @Test
  void anotherCurrencyHasItsOwnPriceOrTheFactors() {
    assertThat(seen("currency=CHF")).isEqualTo("27.49");
    shop.upsert(
        "product",
        """
        {"id":"%s","price":[{"currencyId":"%s","net":20,"gross":23.80,"linked":true},
          {"currencyId":"01a1fd5a763c7232a9a44472120f4d57","net":29,"gross":34.51,"linked":true}]}
        """
            .formatted(PRODUCT, EURO));
    assertThat(seen("currency=CHF")).isEqualTo("34.51");
    assertThat(seen("")).isEqualTo("23.80");
    // Delivery to Switzerland is free of tax: the net price.
    assertThat(seen("currency=CHF&country=CH")).isEqualTo("29.00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"gross":1,"net":1}                                   | /p/0/price/0/linked | 2fa2158c-2a7f-484b-98aa-975522539ff8
          {"gross":1,"linked":true}                             | /p/0/price/0/net    | 2fa2158c-2a7f-484b-98aa-975522539ff8
          {"gross":null,"net":1,"linked":true}                  | /p/0/price/0/gross  | c1051bb4-d103-4f74-8988-acbcafc7fdc3
          {"gross":"viel","net":1,"linked":true}                | /p/0/price/0/gross  | ba785a8c-82cb-4283-967c-3cf342181b40
          {"gross":1,"net":1,"linked":true,"listPrice":{"gross":2,"linked":true}} | /p/0/price/0/listPrice/net | 2fa2158c-2a7f-484b-98aa-975522539ff8
          """)
  void halfAPriceIsRefused(String entry, String pointer, String code) {
    String price = entry.replaceFirst("\\{", "{\"currencyId\":\"" + EURO + "\",");
    var reply = shop.upsert("product", "{\"id\":\"" + PRODUCT + "\",\"price\":[" + price + "]}");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.error().path("source").path("pointer").asString()).isEqualTo(pointer);
    assertThat(reply.error().path("code").asString()).isEqualTo(code);
  }

  @Test
  void theDefaultCurrencyIsNeededAndTheRestIsReadAsRecorded() {
    var foreign =
        shop.upsert(
            "product",
            "{\"id\":\"%s\",\"price\":[{\"currencyId\":\"01a1fd5a763c7232a9a44472120f4d57\",\"gross\":1,\"net\":1,\"linked\":true}]}"
                .formatted(PRODUCT));
    assertThat(foreign.error().path("detail").asString())
        .isEqualTo("No price for default currency defined");
    assertThat(foreign.error().path("source").path("pointer").asString()).isEqualTo("/p/0/price");
    shop.upsert(
        "product",
        """
        {"id":"%s","price":[{"currencyId":"%s","net":83.991597,"gross":"99.95","linked":true,
          "listPrice":{"net":100.798319,"gross":119.95,"linked":true}}]}
        """
            .formatted(PRODUCT, EURO));
    JsonNode recorded = Fixtures.json("products/simple-list-price.json").path("data").path(0);
    assertThat(shop.read("product", PRODUCT, "{}").path("price")).isEqualTo(recorded.path("price"));
  }

  @Test
  void conditionsAreChecked() {
    var unknown =
        shop.upsert(
            "rule", "{\"name\":\"R\",\"priority\":1,\"conditions\":[{\"type\":\"mondschein\"}]}");
    assertThat(unknown.error().path("code").asString())
        .isEqualTo("CONTENT__INVALID_RULE_TYPE_EXCEPTION");
    assertThat(unknown.error().path("source").path("pointer").asString())
        .isEqualTo("/p/0/conditions/0/type");
    var incomplete =
        shop.upsert(
            "rule",
            "{\"name\":\"R\",\"priority\":1,\"conditions\":[{\"type\":\"customerCustomerGroup\",\"value\":{\"operator\":\"=\",\"groups\":[]}}]}");
    assertThat(incomplete.pointers())
        .containsExactly(
            "/p/0/conditions/0/value/groups", "/p/0/conditions/0/value/customerGroupIds");
  }

  @Test
  void quantitiesFollowTheProduct() {
    shop.upsert(
        "product",
        "{\"id\":\"%s\",\"minPurchase\":4,\"purchaseSteps\":3,\"maxPurchase\":10}"
            .formatted(PRODUCT));
    assertThat(bought(1)).isEqualTo(4);
    assertThat(bought(9)).isEqualTo(7);
    assertThat(bought(99)).isEqualTo(10);
    shop.upsert("product", "{\"id\":\"" + PRODUCT + "\",\"active\":false}");
    var refused =
        shop.post(
            "/_twin/shop/orders", "{\"lines\":[{\"productNumber\":\"AH-1005\",\"quantity\":4}]}");
    assertThat(refused.error().path("detail").asString())
        .isEqualTo("Product AH-1005 cannot be bought: it is not active.");
  }

  private int bought(int quantity) {
    JsonNode order = shop.place("[{\"productNumber\":\"AH-1005\",\"quantity\":" + quantity + "}]");
    return shop.order(order.path("id").asString(), "{\"lineItems\":{}}")
        .path("lineItems")
        .path(0)
        .path("quantity")
        .asInt();
  }
}
