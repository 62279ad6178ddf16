package dev.kontor.connector.shopware.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.ModelJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What of a shop's deliveries is news, and what of the ERP's shipments. */
class ShippedPiecesTest {

  private static JsonNode order(String told, String... states) {
    StringBuilder deliveries = new StringBuilder();
    for (String state : states) {
      deliveries
          .append(deliveries.isEmpty() ? "" : ",")
          .append("{\"stateMachineState\":{\"technicalName\":\"" + state + "\"},")
          .append("\"positions\":[{\"orderLineItemId\":\"a\",\"quantity\":2}]}");
    }
    return ModelJson.parse(
        """
        {"customFields":{"kontor_shipped":%s},"lineItems":[{"id":"a","quantity":3,"payload":{"productNumber":"A"}}],"deliveries":[%s]}\
        """
            .formatted(told, deliveries));
  }

  @Test
  void deliveriesThatShowNoMoreThanTheErpToldAreItsEcho() {
    assertThat(ShippedPieces.areTold(order("{\"a\":\"2\"}", "shipped", "open"))).isTrue();
    assertThat(ShippedPieces.areTold(order("{\"a\":\"1\"}", "shipped", "open"))).isFalse();
    assertThat(ShippedPieces.areTold(order("{}", "shipped"))).isFalse();
    assertThat(ShippedPieces.areTold(order("null", "open"))).isFalse();
  }

  @Test
  void positionsThatAnEditLeftTooLargeCountAsTheLineIsNow() {
    assertThat(ShippedPieces.areTold(order("{\"a\":\"3\"}", "shipped", "returned"))).isTrue();
  }

  @Test
  void shipmentsOfTheErpThatTheShopShowsAlreadyAreItsOwn() {
    JsonNode order = order("{}", "shipped", "open");
    assertThat(ShippedPieces.areShown(order, ModelJson.parse("{\"a\":\"2\"}"))).isTrue();
    assertThat(ShippedPieces.areShown(order, ModelJson.parse("{\"a\":\"3\"}"))).isFalse();
    assertThat(ShippedPieces.areShown(order("{}", "open"), ModelJson.parse("{\"a\":\"1\"}")))
        .isFalse();
  }
}
