package dev.kontor.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.PriceBasis;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

final class AtHandTest {

  /** What a target's mapping sees must not depend on whether the order was captured just now. */
  @Test
  void aMappedOrderIsCompletedToWhatTheRecordWouldWrite() {
    JsonNode written =
        ModelJson.tree(SampleOrder.in(PriceBasis.GROSS).goods("A", "1", "10", "10", "19").build());
    ObjectNode mapped = (ObjectNode) written.deepCopy();
    mapped.put("placedAt", "2026-03-15T00:30:00+01:00");
    ((ObjectNode) mapped.path("customer")).remove("matchKey");
    Order order = ModelJson.mapper().treeToValue(mapped, Order.class);

    assertThat((Object) AtHand.Captured.completed(mapped, order)).isEqualTo(written);
    assertThat(written.path("customer").has("matchKey")).isTrue();
    assertThat(written.path("placedAt").asString()).isEqualTo("2026-03-14T23:30:00Z");
  }
}
