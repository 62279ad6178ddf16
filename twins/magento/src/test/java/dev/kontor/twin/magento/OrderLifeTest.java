package dev.kontor.twin.magento;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.ManualClock;
import dev.kontor.twin.kit.TwinClient.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An order from its placing to its end, with what surprises on the way. */
class OrderLifeTest {
  private static final String NORTH =
      "\"arguments\":{\"extension_attributes\":{\"source_code\":\"lager-nord\"}}";

  private final ManualClock clock = new ManualClock("2026-11-21T10:00:00Z");
  private MagentoTwin twin;
  private SignedClient shop;

  @BeforeEach
  void start() throws IOException {
    twin = MagentoTwin.start(Options.demo().clock(clock));
    shop = new SignedClient(twin.uri());
  }

  @AfterEach
  void stop() {
    shop.close();
    twin.close();
  }

  private long place(String lines) {
    JsonNode wish = Json.parse(Fixtures.bytes("buyer.json"));
    var order = ((ObjectNode) wish).set("lines", Json.MAPPER.readTree(lines));
    Reply placed = shop.post("/_twin/shop/orders", order);
    assertThat(placed.status()).as(placed.text()).isEqualTo(201);
    clock.advance(Duration.ofMinutes(1));
    return placed.json().path("orders").path(0).path("entity_id").asLong();
  }

  private JsonNode order(long id) {
    return shop.get("/rest/V1/orders/" + id).json();
  }

  private Reply ship(long id, String more) {
    return shop.post("/rest/V1/order/" + id + "/ship", "{" + more + NORTH + "}");
  }

  private static String only(JsonNode item, String qty) {
    return "\"items\":[{\"order_item_id\":" + item.path("item_id") + ",\"qty\":" + qty + "}],";
  }

  private String message(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    return reply.json().path("message").asString();
  }

  @Test
  void moreThanIsOpenIsCutWhileShippingButNotWhileInvoicing() {
    long id = place("[{\"sku\":\"LATERNE-M\",\"qty\":2},{\"sku\":\"ISO-59\",\"qty\":1}]");
    JsonNode line = order(id).path("items").path(0);
    assertThat(ship(id, only(line, "7")).text()).isEqualTo("\"1\"");
    assertThat(order(id).path("items").path(0).path("qty_shipped").asInt()).isEqualTo(2);
    assertThat(message(ship(id, only(line, "1"))))
        .isEqualTo(
            "Shipment Document Validation Error(s):\nYou can't create a shipment without products.");
    String invoice = "/rest/V1/order/" + id + "/invoice";
    assertThat(message(shop.post(invoice, "{" + only(line, "7") + "\"capture\":true}")))
        .isEqualTo("We found an invalid quantity to invoice item \"%1\".");
  }

  @Test
  void goodsLeaveANamedSourceThatHasThem() {
    long id = place("[{\"sku\":\"LATERNE-M\",\"qty\":2}]");
    String hidden = "Could not save a shipment, see error log for details";
    assertThat(message(shop.post("/rest/V1/order/" + id + "/ship", "{}"))).isEqualTo(hidden);
    String unknown = "{" + NORTH.replace("lager-nord", "nirgendwo") + "}";
    assertThat(message(shop.post("/rest/V1/order/" + id + "/ship", unknown))).isEqualTo(hidden);
    assertThat(order(id).path("state").asString()).isEqualTo("new");
  }

  @Test
  void statesFollowTheDocuments() {
    long id = place("[{\"sku\":\"LATERNE-M\",\"qty\":2}]");
    assertThat(order(id).path("state").asString()).isEqualTo("new");
    ship(id, "");
    assertThat(order(id).path("state").asString()).isEqualTo("processing");
    shop.post("/rest/V1/order/" + id + "/invoice", "{\"capture\":true}");
    assertThat(order(id).path("state").asString()).isEqualTo("complete");
    shop.post("/rest/V1/order/" + id + "/refund", "{}");
    assertThat(order(id).path("state").asString()).isEqualTo("closed");
    assertThat(order(id).path("total_refunded")).isEqualTo(order(id).path("total_paid"));
  }

  @Test
  void aMerchantsStatusIsSetByACommentAndLostWithTheNextShipment() {
    shop.post("/_twin/shop/statuses", "{\"status\":\"im_erp\",\"state\":\"new\"}");
    long id = place("[{\"sku\":\"LATERNE-M\",\"qty\":2}]");
    String comment =
        "{\"statusHistory\":{\"comment\":\"104711\",\"status\":\"im_erp\",\"is_customer_notified\":0,\"is_visible_on_front\":0}}";
    assertThat(shop.post("/rest/V1/orders/" + id + "/comments", comment).text()).isEqualTo("true");
    assertThat(order(id).path("status").asString()).isEqualTo("im_erp");
    ship(id, "");
    assertThat(order(id).path("status").asString()).isEqualTo("processing");
  }

  @Test
  void commentsAndTracksDoNotMoveTheOrderTheRestDoes() {
    long id = place("[{\"sku\":\"LATERNE-M\",\"qty\":2}]");
    String placed = order(id).path("updated_at").asString();
    shop.post("/rest/V1/orders/" + id + "/comments", "{\"statusHistory\":{\"comment\":\"x\"}}");
    assertThat(order(id).path("updated_at").asString()).isEqualTo(placed);
    for (String call : List.of("hold", "unhold")) {
      moves(id, () -> shop.post("/rest/V1/orders/" + id + "/" + call, "{}"));
    }
    moves(
        id,
        () ->
            shop.post(
                "/rest/V1/orders",
                "{\"entity\":{\"entity_id\":" + id + ",\"ext_order_id\":\"104711\"}}"));
    assertThat(order(id).path("ext_order_id").asString()).isEqualTo("104711");
    moves(id, () -> ship(id, ""));
    String shipped = order(id).path("updated_at").asString();
    clock.advance(Duration.ofMinutes(1));
    String track =
        "{\"entity\":{\"order_id\":"
            + id
            + ",\"parent_id\":1,\"track_number\":\"1\",\"title\":\"DHL\",\"carrier_code\":\"custom\"}}";
    assertThat(shop.post("/rest/V1/shipment/track", track).status()).isEqualTo(200);
    assertThat(order(id).path("updated_at").asString()).isEqualTo(shipped);
  }

  private void moves(long id, Callable<Reply> call) {
    String before = order(id).path("updated_at").asString();
    clock.advance(Duration.ofMinutes(1));
    try {
      assertThat(call.call().status()).isEqualTo(200);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    assertThat(order(id).path("updated_at").asString()).isGreaterThan(before);
  }

  @Test
  void aConfigurableProductShipsByItsParent() {
    long id = place("[{\"sku\":\"JACKE-TAN-L\",\"qty\":2}]");
    JsonNode items = order(id).path("items");
    assertThat(message(ship(id, only(items.path(1), "1"))))
        .isEqualTo(
            "Shipment Document Validation Error(s):\nYou can't create a shipment without products.");
    assertThat(ship(id, only(items.path(0), "2")).status()).isEqualTo(200);
    assertThat(order(id).path("items").path(0).path("qty_shipped").asInt()).isEqualTo(2);
    assertThat(order(id).path("items").path(1).path("qty_shipped").asInt()).isZero();
  }

  @Test
  void ofSixShipmentsAtOnceOneIsMade() throws Exception {
    long id = place("[{\"sku\":\"LATERNE-M\",\"qty\":2}]");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> call = () -> ship(id, "").status();
      var answers = threads.invokeAll(Stream.generate(() -> call).limit(6).toList());
      assertThat(answers).extracting(f -> f.get()).containsOnlyOnce(200).contains(400);
    }
  }

  @Test
  void aLostAnswerHidesAShipment() {
    long id = place("[{\"sku\":\"LATERNE-M\",\"qty\":2}]");
    twin.dials().only("/rest/V1/order/", "POST").set("dropAnswerProbability", "1");
    assertThat(catchThrowable(() -> ship(id, ""))).isNotNull();
    twin.dials().reset();
    assertThat(order(id).path("items").path(0).path("qty_shipped").asInt()).isEqualTo(2);
  }

  @Test
  void theShopsPeopleInvoiceWhatWasPaidAndCancelWhatWasNot() {
    long paid = place("[{\"sku\":\"LATERNE-M\",\"qty\":2}]");
    long regretted = place("[{\"sku\":\"LATERNE-M\",\"qty\":3}]");
    assertThat(shop.post("/_twin/shop/orders/" + paid + "/pay", "").status()).isEqualTo(204);
    assertThat(shop.post("/_twin/shop/orders/" + regretted + "/cancel", "").status())
        .isEqualTo(204);
    assertThat(order(paid).path("total_paid").decimalValue())
        .isEqualByComparingTo(order(paid).path("grand_total").decimalValue());
    assertThat(order(regretted).path("state").asString()).isEqualTo("canceled");
    assertThat(shop.post("/_twin/shop/orders/" + paid + "/cancel", "").text())
        .isEqualTo("an order that is processing cannot be cancelled");
    assertThat(shop.post("/_twin/shop/orders/99/pay", "").status()).isEqualTo(404);
  }
}
