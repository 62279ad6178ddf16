package dev.kontor.twin.magento;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Json;
import java.io.IOException;
import java.util.List;
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
    return Fixtures.json("carts.json").valueStream();
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
    cart.path("actions").forEach(a -> act(id, a));
    JsonNode order = shop.get("/rest/V1/orders/" + id).json();
    assertThat(Likeness.differences(Fixtures.order(name), order, NUMBERS)).as(name).isEmpty();
    for (String kind : List.of("invoices", "shipments", "creditmemos")) {
      ArrayNode recorded = Json.array();
      Fixtures.documents(name, kind).forEach(recorded::add);
      assertThat(Likeness.differences(recorded, documents(id, kind), NUMBERS))
          .as(name + " " + kind)
          .isEmpty();
    }
  }

  private static JsonNode documents(long id, String kind) {
    String of = "searchCriteria[filter_groups][0][filters][0]";
    String query = of + "[field]=order_id&" + of + "[value]=" + id;
    return shop.get("/rest/V1/" + kind + "?" + query).json().path("items");
  }

  /** Does what was done to the recorded order; rows stand for item ids. */
  private static void act(long id, JsonNode action) {
    String call = action.path("call").asString();
    ObjectNode body = (ObjectNode) action.path("body").deepCopy();
    JsonNode items = shop.get("/rest/V1/orders/" + id).json().path("items");
    for (JsonNode item : body.path("items")) {
      ObjectNode piece = (ObjectNode) item;
      piece.set("order_item_id", items.path(piece.remove("row").asInt()).path("item_id"));
    }
    if (body.path("arguments").path("extension_attributes") instanceof ObjectNode extension
        && extension.has("return_rows")) {
      ArrayNode back = Json.array();
      extension.remove("return_rows").forEach(r -> back.add(items.path(r.asInt()).path("item_id")));
      extension.set("return_to_stock_items", back);
    }
    if (call.equals("track")) {
      long shipment = documents(id, "shipments").path(0).path("entity_id").asLong();
      body.withObjectProperty("entity").put("order_id", id).put("parent_id", shipment);
      assertThat(shop.post("/rest/V1/shipment/track", body).status()).isEqualTo(200);
      return;
    }
    boolean onOrders = List.of("cancel", "hold", "comments").contains(call);
    var reply = shop.post("/rest/V1/order" + (onOrders ? "s/" : "/") + id + "/" + call, body);
    assertThat(reply.status()).as(call + " " + reply.text()).isEqualTo(200);
  }
}
