package dev.kontor.twin.shopware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.ManualClock;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Pieces that leave in a delivery of their own. */
class DeliverySplitTest {
  private ShopwareTwin twin;
  private ShopClient shop;
  private String id;

  @BeforeEach
  void start() throws IOException {
    twin = ShopwareTwin.start(Options.demo().clock(new ManualClock("2026-11-21T09:45:54.528Z")));
    shop = ShopClient.admin(twin);
    id = shop.place("[{\"productNumber\":\"AH-1001\",\"quantity\":3}]").path("id").asString();
  }

  @AfterEach
  void stop() {
    twin.close();
  }

  private static String shown(JsonNode delivery) {
    return delivery.path("stateMachineState").path("technicalName").asString()
        + " "
        + delivery.path("positions").path(0).path("quantity").asInt();
  }

  @Test
  void positionsAreMovedAndEachDeliveryIsShippedByItself() {
    String orders = "/_twin/shop/orders/" + id;
    shop.post(orders + "/split", "{\"lines\":[{\"productNumber\":\"AH-1001\",\"quantity\":1}]}");
    shop.post(orders + "/ship", "{\"last\":true,\"trackingCodes\":[\"JJD1\"]}");
    JsonNode order =
        shop.order(
            id, "{\"deliveries\":{\"associations\":{\"positions\":{},\"stateMachineState\":{}}}}");
    assertThat(order.path("deliveries").valueStream().map(DeliverySplitTest::shown))
        .containsExactlyInAnyOrder("open 2", "shipped 1");
    assertThat(order.path("shippingTotal").decimalValue())
        .isEqualByComparingTo(order.path("shippingCosts").path("totalPrice").decimalValue());
  }
}
