package dev.kontor.engine.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.LineOption;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.PriceBasis;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class OrderFingerprintTest {

  private static Order order(String quantity, String extra) {
    ObjectNode tree =
        (ObjectNode)
            ModelJson.tree(
                SampleOrder.in(PriceBasis.GROSS).goods("A", "1", "10", "10", "19").build());
    ObjectNode line = (ObjectNode) tree.path("lines").path(0);
    line.set("extra", ModelJson.parse(extra));
    line.put("quantity", quantity);
    return ModelJson.mapper().treeToValue(tree, Order.class);
  }

  @Test
  void theOrderOfCustomDataMeansNothing() {
    Order one = order("1", "{\"shop\": {\"a\": 1, \"b\": \"x\"}}");
    Order other = order("1", "{\"shop\": {\"b\": \"x\", \"a\": 1}}");
    assertThat(OrderFingerprint.of(one)).isEqualTo(OrderFingerprint.of(other));
  }

  @Test
  void otherWordsForWhatWasChosenAreNoEdit() {
    Order one =
        SampleOrder.in(PriceBasis.GROSS)
            .chosen(new LineOption("Engraving", "For Ada"))
            .goods("A", "1", "10", "10", "19")
            .build();
    assertThat(OrderFingerprint.of(one)).isEqualTo(OrderFingerprint.of(order("1", "{}")));
    assertThat(new String(OrderFingerprint.of(one), StandardCharsets.UTF_8))
        .doesNotContain("options");
  }

  @Test
  void anotherQuantityIsAnEdit() {
    assertThat(OrderFingerprint.of(order("1", "{}")))
        .isNotEqualTo(OrderFingerprint.of(order("2", "{}")));
  }
}
