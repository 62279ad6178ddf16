package dev.kontor.twin.shopware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The same cart gives the same totals as the recorded shop, to the cent. */
class RecordedCartsTest {
  private static ShopwareTwin twin;
  private static ShopClient shop;

  @BeforeAll
  static void start() throws IOException {
    twin = ShopwareTwin.start(Options.demo());
    shop = new ShopClient(twin.uri());
    shop.post("/_twin/shop/products", spareParts());
  }

  @AfterAll
  static void stop() {
    twin.close();
  }

  // The recorded shop had forty of them; the demo catalogue has the first ten.
  private static ArrayNode spareParts() {
    ArrayNode parts = Json.array();
    for (int i = 10; i < 40; i++) {
      String gross =
          new BigDecimal("0.37")
              .multiply(BigDecimal.valueOf(i))
              .add(new BigDecimal("0.19"))
              .toPlainString();
      parts
          .addObject()
          .put("productNumber", "AH-60" + i)
          .put("name", "Ersatzteil " + i)
          .put("gross", gross)
          .put("taxRate", "19")
          .put("stock", 500);
    }
    return parts;
  }

  static Stream<JsonNode> carts() {
    return Fixtures.json("carts.json").valueStream();
  }

  @ParameterizedTest
  @MethodSource("carts")
  void totalsAreThoseOfTheRecordedShop(JsonNode cart) {
    String name = cart.path("order").asString();
    JsonNode expected = Fixtures.json("expected.json").path(name);
    JsonNode placed =
        shop.post("/_twin/shop/orders", cart.path("request")).json().path("orders").path(0);
    if (cart.has("edit")) {
      placed =
          shop.post(
                  "/_twin/shop/orders/" + placed.path("id").asString() + "/edit", cart.path("edit"))
              .json();
    }
    assertThat(placed.path("gross")).as(name + " gross").isEqualTo(expected.path("gross_total"));
    assertThat(placed.path("net")).as(name + " net").isEqualTo(expected.path("net_total"));
    assertThat(placed.path("taxStatus")).as(name).isEqualTo(expected.path("tax_status"));
    assertThat(placed.path("taxPerRate").properties())
        .as(name + " tax")
        .containsExactlyInAnyOrderElementsOf(expected.path("tax_per_rate").properties());
    int lines = expected.path("goods_lines").asInt() + expected.path("promotion_lines").asInt();
    assertThat(placed.path("lines").asInt()).as(name + " lines").isEqualTo(lines);
  }

  @Test
  void verticalTaxIsRoundedOncePerRate() throws IOException {
    try (var vertical = ShopwareTwin.start(Options.demo().taxedVertically())) {
      // Three times 0.19 gross: 0.03 tax each rounded alone, 0.09; together 0.57 / 1.19 * 0.19.
      String lines =
          "[{\"productNumber\":\"AH-1007\",\"quantity\":1},{\"productNumber\":\"AH-1008\",\"quantity\":1},{\"productNumber\":\"AH-1006\",\"quantity\":1},{\"productNumber\":\"AH-1012\",\"quantity\":1}]";
      String perLine = shop.place(lines).path("taxPerRate").path("19").asString();
      String perRate =
          new ShopClient(vertical.uri()).place(lines).path("taxPerRate").path("19").asString();
      // 48.48 gross with shipping: 48.48 * 19 / 119 = 7.7405
      assertThat(perRate).isEqualTo("7.74");
      assertThat(perLine).isEqualTo("7.73");
    }
  }
}
