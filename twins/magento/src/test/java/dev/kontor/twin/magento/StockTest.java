package dev.kontor.twin.magento;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.TwinClient.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What can be sold is what lies at the sources less what orders hold back. */
class StockTest {
  private static final String NORTH =
      "\"arguments\":{\"extension_attributes\":{\"source_code\":\"lager-nord\"}}";

  private MagentoTwin twin;
  private SignedClient shop;

  @BeforeEach
  void start() throws IOException {
    twin = MagentoTwin.start(Options.demo());
    shop = new SignedClient(twin.uri());
  }

  @AfterEach
  void stop() {
    shop.close();
    twin.close();
  }

  private long place(String sku, int qty) {
    ObjectNode wish = (ObjectNode) Fixtures.json("buyer.json");
    wish.putArray("lines").addObject().put("sku", sku).put("qty", qty);
    Reply placed = shop.post("/_twin/shop/orders", wish);
    assertThat(placed.status()).as(placed.text()).isEqualTo(201);
    return placed.json().path("orders").path(0).path("entity_id").asLong();
  }

  private int salable(String sku) {
    String path = "/rest/V1/inventory/get-product-salable-quantity/" + sku + "/2";
    return shop.get(path).json().asInt();
  }

  private int north(String sku) {
    return twin.truth().stock().path(sku).path("lager-nord").asInt();
  }

  private Reply put(String sku, String source, String more) {
    String item = "{\"sku\":\"" + sku + "\",\"source_code\":\"" + source + "\"," + more + "}";
    return shop.post("/rest/V1/inventory/source-items", "{\"sourceItems\":[" + item + "]}");
  }

  @Test
  void anOrderReservesAShipmentTakes() {
    long id = place("LATERNE-M", 5);
    assertThat(north("LATERNE-M")).isEqualTo(500);
    assertThat(salable("LATERNE-M")).isEqualTo(635);
    shop.post("/rest/V1/order/" + id + "/ship", "{" + NORTH + "}");
    assertThat(north("LATERNE-M")).isEqualTo(495);
    assertThat(salable("LATERNE-M")).isEqualTo(635);
    assertThat(twin.truth().reservations().size()).isEqualTo(2);
  }

  @Test
  void aShipmentSavedBesideTheOrderTakesWithoutItsKnowledge() {
    long id = place("LATERNE-M", 5);
    String order = "/rest/V1/orders/" + id;
    JsonNode before = shop.get(order).json();
    String entity =
        "{\"entity\":{\"order_id\":%d,\"items\":[{\"order_item_id\":%s,\"qty\":2}],"
            .formatted(id, before.path("items").path(0).path("item_id"));
    Reply saved =
        shop.post(
            "/rest/V1/shipment/",
            entity + "\"extension_attributes\":{\"source_code\":\"lager-nord\"}}}");
    assertThat(saved.status()).as(saved.text()).isEqualTo(200);
    assertThat(north("LATERNE-M")).isEqualTo(498);
    assertThat(salable("LATERNE-M")).isEqualTo(635);
    assertThat(shop.get(order).json()).isEqualTo(before);
    assertThat(saved.json().path("items").path(0).path("qty").asInt()).isEqualTo(2);
  }

  @Test
  void availablePiecesWrittenWhileAnOrderIsOpenCountTwice() {
    place("LATERNE-M", 5);
    put("LATERNE-M", "lager-sued", "\"quantity\":0,\"status\":0");
    assertThat(put("LATERNE-M", "lager-nord", "\"quantity\":5,\"status\":1").text())
        .isEqualTo("[]");
    assertThat(salable("LATERNE-M")).isZero();
  }

  @Test
  void cancellingAndRefundingGiveBack() {
    shop.post("/rest/V1/orders/" + place("ISO-59", 4) + "/cancel", "{}");
    assertThat(salable("ISO-59")).isEqualTo(640);
    long id = place("ISO-59", 4);
    shop.post("/rest/V1/order/" + id + "/invoice", "{\"capture\":true}");
    shop.post("/rest/V1/order/" + id + "/ship", "{" + NORTH + "}");
    JsonNode item = shop.get("/rest/V1/orders/" + id).json().path("items").path(0).path("item_id");
    String back =
        "{\"items\":[{\"order_item_id\":"
            + item
            + ",\"qty\":3}],\"arguments\":{\"shipping_amount\":0,"
            + "\"extension_attributes\":{\"return_to_stock_items\":["
            + item
            + "]}}}";
    assertThat(shop.post("/rest/V1/order/" + id + "/refund", back).status()).isEqualTo(200);
    assertThat(north("ISO-59")).isEqualTo(499);
    assertThat(salable("ISO-59")).isEqualTo(639);
  }

  @Test
  void theFirstFaultOfAnItemStandsInTheMessageAllInTheList() {
    Reply refused = put("", "lager-nord", "\"quantity\":1");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("message").asString())
        .isEqualTo("Validation Failed: \"sku\" can not be empty.");
    assertThat(refused.json().path("errors").path(1).path("parameters").path("field").asString())
        .isEqualTo("status");
    assertThat(put("GIBTS-NICHT", "lager-nord", "\"quantity\":-1,\"status\":1").text())
        .isEqualTo("[]");
  }

  @Test
  void aSourceWithoutTheGoodsRefusesAShipment() {
    long id = place("LATERNE-M", 5);
    put("LATERNE-M", "lager-nord", "\"quantity\":0,\"status\":0");
    Reply refused = shop.post("/rest/V1/order/" + id + "/ship", "{" + NORTH + "}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("message").asString())
        .isEqualTo("Could not save a shipment, see error log for details");
  }
}
