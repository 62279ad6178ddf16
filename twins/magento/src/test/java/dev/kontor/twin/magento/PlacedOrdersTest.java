package dev.kontor.twin.magento;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Json;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The same cart, placed anew, is the same order as in the recorded shop: every field of {@code GET
 * /V1/orders/{id}} but numbers and times.
 */
class PlacedOrdersTest {
  private static final Set<String> NUMBERS =
      Set.of(
          "entity_id",
          "item_id",
          "order_id",
          "order_item_id",
          "quote_id",
          "quote_item_id",
          "parent_id",
          "parent_item_id",
          "tax_id",
          "tax_item_id",
          "billing_address_id",
          "shipping_address_id",
          "increment_id",
          "protect_code",
          "created_at",
          "updated_at");

  private static MagentoTwin twin;
  private static SignedClient shop;

  @BeforeAll
  static void start() throws IOException {
    twin = MagentoTwin.start(Options.demo());
    shop = new SignedClient(twin.uri());
    shop.post("/_twin/shop/products", spareParts());
    shop.post("/_twin/shop/recorded", Json.object().set("customers", Json.array().add(zoe())));
  }

  @AfterAll
  static void stop() {
    shop.close();
    twin.close();
  }

  // The one buyer with an account whom no recording shows but her orders.
  private static ObjectNode zoe() {
    return Json.object()
        .put("id", 4)
        .put("group_id", 1)
        .put("email", "zoe@example.com")
        .put("firstname", "Zoë")
        .put("lastname", "Jäger-O’Brien");
  }

  // The recorded shop had sixty of them.
  private static ArrayNode spareParts() {
    ArrayNode parts = Json.array();
    for (JsonNode item : Fixtures.order("n-sixty-lines").path("items")) {
      ObjectNode part = parts.addObject();
      for (String name : new String[] {"sku", "name", "weight", "price"}) {
        part.set(name, item.path(name));
      }
      part.set("id", item.path("product_id"));
      part.putObject("sources").put("lager-nord", 500);
    }
    return parts;
  }

  static Stream<JsonNode> carts() {
    return Fixtures.json("carts.json").valueStream().filter(c -> c.path("actions").isEmpty());
  }

  @ParameterizedTest
  @MethodSource("carts")
  void isTheRecordedOrder(JsonNode cart) {
    String name = cart.path("case").asString();
    assertThat(shop.send("PUT", "/_twin/shop/setup", cart.path("setup").toString()).status())
        .isEqualTo(204);
    var placed = shop.post("/_twin/shop/orders", cart.path("request"));
    assertThat(placed.status()).as(placed.text()).isEqualTo(201);
    long id = placed.json().path("orders").path(0).path("entity_id").asLong();
    JsonNode order = shop.get("/rest/V1/orders/" + id).json();
    assertThat(Likeness.differences(Fixtures.order(name), order, NUMBERS)).as(name).isEmpty();
  }
}
