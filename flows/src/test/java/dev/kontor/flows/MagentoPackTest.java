package dev.kontor.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.model.ModelJson;
import dev.kontor.model.PaymentState;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The pack of Magento and Business Central. */
class MagentoPackTest {

  private final Pack pack = Pack.magento();

  @Test
  void ordersGoOutWhenTheirMoneyIsCertainAndNobodyHoldsThem() {
    FlowConfig orders = pack.flow("orders");
    assertThat(pack.config.flows())
        .extracting(FlowConfig::name)
        .containsExactly("customers", "orders", "order-reply", "stock");
    assertThat(orders.poll()).isEqualTo(Duration.ofMinutes(1));
    assertThat(orders.conditions().paymentStates().get("*"))
        .containsExactlyInAnyOrder(PaymentState.AUTHORIZED, PaymentState.PAID);
    assertThat(orders.conditions().paymentStates().get("checkmo")).contains(PaymentState.OPEN);
    assertThat(orders.conditions().withoutTags())
        .containsExactlyInAnyOrder("holded", "payment_review", "fraud");
    assertThat(pack.flow("order-reply").kind()).isEqualTo(FlowKind.REPLY);
  }

  @Test
  void theErpsNumberReachesTheOrderAsCommentAndExternalId() {
    JsonNode reply =
        pack.write(
            "order-reply",
            ModelJson.parse(
                """
                {"orderId": "35", "erpNumber": "S-ORD101", "erpId": "b2", "connection": "erp"}
                """));
    assertThat(reply.path("comment").asString()).isEqualTo("ERP order S-ORD101");
    assertThat(reply.path("extOrderId").asString()).isEqualTo("S-ORD101");
  }

  @Test
  void stockIsToldWithWhatLiesAtEachLocation() {
    assertThat(pack.flow("stock").enabled()).isFalse();
    JsonNode stock =
        pack.write(
            "stock",
            ModelJson.parse(
                """
                {"sku": "ISO-59", "quantity": "12", "terms": [],
                 "locations": [{"location": "NORD", "quantity": "9"}]}
                """));
    assertThat(stock)
        .isEqualTo(
            ModelJson.parse(
                """
                {"sku": "ISO-59", "quantity": "12",
                 "locations": [{"location": "NORD", "quantity": "9"}]}
                """));
  }
}
