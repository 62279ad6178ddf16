package dev.kontor.twin.shopware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SearchTest {
  private static ShopwareTwin twin;
  private static ShopClient shop;
  private static JsonNode first;

  @BeforeAll
  static void start() throws IOException {
    twin = ShopwareTwin.start(Options.demo());
    shop = ShopClient.admin(twin);
    first = shop.place("[{\"productNumber\":\"AH-1001\",\"quantity\":1}]");
    shop.place("[{\"productNumber\":\"AH-1002\",\"quantity\":2}]");
    shop.place("[{\"productNumber\":\"AH-2003\",\"quantity\":3}]");
  }

  @AfterAll
  static void stop() {
    twin.close();
  }

  private static List<String> numbers(String body) {
    return shop.post("/api/search/order", body)
        .json()
        .path("data")
        .valueStream()
        .map(o -> o.path("orderNumber").asString())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          {"type":"equals","field":"orderNumber","value":"10001"} ; 10001
          {"type":"equalsAny","field":"orderNumber","value":"10000|10002"} ; 10000,10002
          {"type":"equalsAny","field":"orderNumber","value":["10002"]} ; 10002
          {"type":"contains","field":"lineItems.label","value":"KLAPPSTUHL"} ; 10001
          {"type":"prefix","field":"lineItems.payload","value":"x"} ;
          {"type":"suffix","field":"orderNumber","value":"02"} ; 10002
          {"type":"range","field":"amountTotal","parameters":{"gte":96.8,"lt":124.41}} ; 10001
          {"type":"not","operator":"and","queries":[{"type":"equals","field":"orderNumber","value":"10001"}]} ; 10000,10002
          {"type":"multi","operator":"or","queries":[{"type":"range","field":"updatedAt","parameters":{"gte":"2000-01-01T00:00:00.000Z"}},{"type":"equals","field":"lineItems.product.productNumber","value":"AH-2003"}]} ; 10002
          {"type":"equals","field":"updatedAt","value":null} ; 10000,10001,10002
          {"type":"equals","field":"stateMachineState.technicalName","value":"open"} ; 10000,10001,10002
          {"type":"equals","field":"transactions.stateMachineState.technicalName","value":"paid"} ;
          """)
  void filters(String filter, String expected) {
    List<String> found =
        numbers("{\"filter\":[" + filter + "],\"sort\":[{\"field\":\"orderNumber\"}]}");
    assertThat(String.join(",", found)).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void sortsAndPages() {
    String page =
        "{\"limit\":2,\"page\":%d,\"total-count-mode\":%d,\"sort\":[{\"field\":\"amountTotal\",\"order\":\"DESC\"},{\"field\":\"id\"}]}";
    assertThat(numbers(page.formatted(1, 0))).containsExactly("10000", "10001");
    assertThat(numbers(page.formatted(2, 0))).containsExactly("10002");
    assertThat(numbers(page.formatted(9, 1))).isEmpty();
    assertThat(shop.post("/api/search/order", page.formatted(2, 0)).json().path("total").asInt())
        .isEqualTo(1);
    assertThat(shop.post("/api/search/order", page.formatted(2, 1)).json().path("total").asInt())
        .isEqualTo(3);
  }

  @Test
  void includesKeepOnlyTheNamedFields() {
    JsonNode row =
        shop.post(
                "/api/search/order",
                "{\"limit\":1,\"includes\":{\"order\":[\"id\",\"stateMachineState\"],\"state_machine_state\":[\"technicalName\"]},\"associations\":{\"stateMachineState\":{}}}")
            .row();
    assertThat(row.propertyNames())
        .containsExactlyInAnyOrder("id", "stateMachineState", "apiAlias");
    assertThat(row.path("stateMachineState").propertyNames())
        .containsExactlyInAnyOrder("technicalName", "apiAlias");
  }

  @Test
  void associationsAreNullUnlessAskedFor() {
    JsonNode row = shop.post("/api/search/order", "{\"limit\":1}").row();
    assertThat(row.path("stateMachineState").isNull()).isTrue();
    assertThat(row.path("lineItems").isNull()).isTrue();
    assertThat(row.path("amountTotal").toString()).isEqualTo("124.41");
    assertThat(row.path("currencyFactor").toString()).isEqualTo("1");
  }

  @Test
  void idsAloneAreListed() {
    JsonNode json =
        shop.post("/api/search-ids/order", "{\"limit\":1,\"sort\":[{\"field\":\"orderNumber\"}]}")
            .json();
    assertThat(json.path("data").path(0)).isEqualTo(first.path("id"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"associations":{"positionen":{}}} | 500 | errors/unknown-association.json
          {"filter":[{"type":"equals","field":"bestellnummer","value":"1"}]} | 400 | errors/unknown-filter-field.json
          {"limit": 1 | 400 | errors/broken-json.json
          """)
  void refusesAsRecorded(String body, int status, String fixture) {
    var reply = shop.post("/api/search/order", body);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json()).isEqualTo(Fixtures.json(fixture));
  }

  @ParameterizedTest
  @CsvSource({"0", "501", "1001", "-1"})
  void limitIsOneToFiveHundred(int limit) {
    var reply = shop.post("/api/search/product", "{\"limit\":" + limit + "}");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.error().path("code").asString()).isEqualTo("FRAMEWORK__QUERY_LIMIT_EXCEEDED");
    assertThat(reply.error().path("source").path("pointer").asString()).isEqualTo("/limit");
  }

  @Test
  void unknownIdsAndRoutesAreFourOhFour() {
    String id = "2c4d87061c47495db0879b815636c946";
    assertThat(shop.get("/api/order/" + id).json())
        .isEqualTo(Fixtures.json("errors/404-entity.json"));
    for (String path : List.of("/api/bestellungen", "/api/order/10008")) {
      var reply = shop.get(path);
      assertThat(reply.status()).isEqualTo(404);
      assertThat(reply.error().path("code").asString()).isEqualTo("0");
      assertThat(reply.error().path("detail").asString())
          .isEqualTo("No route found for \"GET " + twin.uri() + path + "\"");
    }
    var wrong = shop.send("PUT", "/api/_action/sync", "{}");
    assertThat(wrong.status()).isEqualTo(405);
    assertThat(wrong.error().path("detail").asString())
        .endsWith("Method Not Allowed (Allow: POST)");
  }

  @Test
  void jsonApiIsTheDefaultFormat() {
    ShopClient other = ShopClient.admin(twin).without("Accept");
    JsonNode recorded = Fixtures.json("orders/jsonapi-format.json");
    var reply =
        other.post(
            "/api/search/order", "{\"limit\":1,\"associations\":{\"stateMachineState\":{}}}");
    assertThat(reply.raw().headers().firstValue("Content-Type"))
        .contains("application/vnd.api+json");
    JsonNode order = reply.row();
    assertThat(order.propertyNames()).containsAll(recorded.path("data").path(0).propertyNames());
    assertThat(order.path("attributes").propertyNames())
        .containsAll(recorded.path("data").path(0).path("attributes").propertyNames());
    assertThat(reply.json().path("included").valueStream().map(i -> i.path("type").asString()))
        .containsExactlyInAnyOrder("state_machine_state", "order_customer");
  }
}
