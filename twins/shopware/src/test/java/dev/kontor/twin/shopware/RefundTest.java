package dev.kontor.twin.shopware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What comes after an order was shipped and paid. */
class RefundTest {
  private static final String ALL =
      """
      {"transactions":{"associations":{"captures":{"associations":{"stateMachineState":{},
        "refunds":{"associations":{"positions":{},"stateMachineState":{}}}}}}},"deliveries":{}}
      """;
  private ShopwareTwin twin;
  private ShopClient shop;
  private String order;

  @BeforeEach
  void start() throws IOException {
    twin = ShopwareTwin.start(Options.demo());
    shop = ShopClient.admin(twin);
    order =
        shop.place(
                "[{\"productNumber\":\"AH-1012\",\"quantity\":3},{\"productNumber\":\"AH-2003\",\"quantity\":2}]")
            .path("id")
            .asString();
    click("pay", "{}");
  }

  @AfterEach
  void stop() {
    twin.close();
  }

  private JsonNode click(String action, String body) {
    return shop.post("/_twin/shop/orders/" + order + "/" + action, body).json();
  }

  private JsonNode capture() {
    return shop.order(order, ALL).path("transactions").path(0).path("captures").path(0);
  }

  @Test
  void aRefundOfGoodsHasTheRecordedShape() {
    JsonNode truth =
        click(
            "refund",
            "{\"lines\":[{\"productNumber\":\"AH-1012\",\"quantity\":1}],\"reason\":\"defekt\"}");
    assertThat(truth.path("paymentState").asString()).isEqualTo("refunded_partially");
    assertThat(truth.path("refunded").asString()).isEqualTo("12.49");
    JsonNode recorded = Fixtures.json("orders/captures-refunded-partially.json").path(0);
    JsonNode refund = capture().path("refunds").path(0);
    assertThat(capture().propertyNames()).containsAll(recorded.propertyNames());
    JsonNode recordedRefund = recorded.path("refunds").path(0);
    assertThat(refund.propertyNames()).containsAll(recordedRefund.propertyNames());
    // The recorded tax, 2.00, was written by hand: 12.49 × 19 / 119 is 1.994.
    assertThat(refund.path("amount").path("totalPrice"))
        .isEqualTo(recordedRefund.path("amount").path("totalPrice"));
    assertThat(refund.path("amount").path("taxRules"))
        .isEqualTo(recordedRefund.path("amount").path("taxRules"));
    JsonNode position = refund.path("positions").path(0);
    assertThat(position.propertyNames())
        .containsAll(recordedRefund.path("positions").path(0).propertyNames());
    assertThat(position.path("quantity").asInt()).isEqualTo(1);
    assertThat(shop.stock("AH-1012")).isEqualTo(497);
  }

  @Test
  void aSecondPartJoinsTheFirstCapture() {
    click("refund", "{\"amount\":\"5.00\"}");
    JsonNode truth = click("refund", "{\"amount\":\"2.50\"}");
    assertThat(truth.path("refunded").asString()).isEqualTo("7.50");
    assertThat(capture().path("refunds")).hasSize(2);
  }

  @Test
  void aReturnIsRestockedByThePersonNotTheShop() {
    click("ship", "{\"trackingCodes\":[\"00340434\"]}");
    assertThat(
            click(
                    "return",
                    "{\"lines\":[{\"productNumber\":\"AH-1012\",\"quantity\":2}],\"restock\":true}")
                .path("deliveryState")
                .asString())
        .isEqualTo("returned_partially");
    assertThat(shop.stock("AH-1012")).isEqualTo(499);
    assertThat(shop.stock("AH-2003")).isEqualTo(498);
    assertThat(click("return", "{}").path("deliveryState").asString()).isEqualTo("returned");
    assertThat(shop.stock("AH-2003")).isEqualTo(498);
  }

  @Test
  void aPaymentExtensionWritesRefundsThroughTheApi() {
    click("refund", "{\"amount\":\"5.00\"}");
    String amount =
        "{\"unitPrice\":3,\"quantity\":1,\"totalPrice\":3,\"calculatedTaxes\":[],\"taxRules\":[]}";
    String line =
        shop.order(order, "{\"lineItems\":{}}").path("lineItems").path(0).path("id").asString();
    var written =
        shop.upsert(
            "order_transaction_capture_refund",
            """
            {"id":"ffffffffffffffffffffffffffffff01","captureId":"%s","stateId":"01a1fd5a7bb8706ab6919406e9e804c2",
             "amount":%s,"positions":[{"orderLineItemId":"%s","quantity":1,"amount":%s}]}
            """
                .formatted(capture().path("id").asString(), amount, line, amount));
    assertThat(written.status()).as(written.text()).isEqualTo(200);
    var done =
        shop.post(
            "/api/_action/state-machine/order_transaction_capture_refund/ffffffffffffffffffffffffffffff01/state/complete",
            "{\"sendMail\":false}");
    assertThat(done.json().path("data").path("technicalName").asString()).isEqualTo("completed");
    var handled =
        shop.post(
            "/api/_action/order_transaction_capture_refund/ffffffffffffffffffffffffffffff01", "{}");
    assertThat(handled.error().path("code").asString())
        .isEqualTo("CHECKOUT__REFUND_UNKNOWN_HANDLER_ERROR");
  }

  @Test
  void aPartialShipmentIsToldByItsPositions() {
    JsonNode before =
        shop.order(
            order, "{\"deliveries\":{\"associations\":{\"positions\":{}}},\"lineItems\":{}}");
    String delivery = before.path("deliveries").path(0).path("id").asString();
    String line = before.path("lineItems").path(0).path("id").asString();
    int positions = before.path("deliveries").path(0).path("positions").size();
    var written =
        shop.upsert(
            "order_delivery_position",
            "{\"orderDeliveryId\":\"%s\",\"orderLineItemId\":\"%s\",\"quantity\":1}"
                .formatted(delivery, line));
    assertThat(written.status()).isEqualTo(200);
    shop.post("/api/_action/order_delivery/" + delivery + "/state/ship_partially", "{}");
    JsonNode after = shop.order(order, "{\"deliveries\":{\"associations\":{\"positions\":{}}}}");
    assertThat(after.path("deliveries").path(0).path("positions")).hasSize(positions + 1);
    JsonNode mails = shop.get("/_twin/truth/mails").json();
    assertThat(mails.path("total").asInt()).isEqualTo(1);
    assertThat(mails.path("mails").path(0).path("occasion").asString())
        .isEqualTo("order_delivery.shipped_partially");
    assertThat(shop.upsert("order_delivery_position", "{\"quantity\":1}").pointers())
        .containsExactly("/p/0/orderDeliveryId", "/p/0/orderLineItemId");
  }

  @Test
  void trackingCodesAreReplacedAsAWhole() {
    String delivery = shop.order(order, ALL).path("deliveries").path(0).path("id").asString();
    shop.send("PATCH", "/api/order-delivery/" + delivery, "{\"trackingCodes\":[\"A\",\"B\"]}");
    shop.send("PATCH", "/api/order-delivery/" + delivery, "{\"trackingCodes\":[\"C\"]}");
    assertThat(shop.order(order, ALL).path("deliveries").path(0).path("trackingCodes").toString())
        .isEqualTo("[\"C\"]");
    assertThat(
            shop.send("PATCH", "/api/order-delivery/" + delivery, "{\"trackingCodes\":[7]}")
                .error()
                .path("source")
                .path("pointer")
                .asString())
        .isEqualTo("/trackingCodes/0");
  }
}
