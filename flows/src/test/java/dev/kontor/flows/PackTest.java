package dev.kontor.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.model.ModelJson;
import dev.kontor.model.PaymentState;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class PackTest {

  private final Pack pack = new Pack();

  @Test
  void thePackHasItsFlowsAndTheirDefaults() {
    FlowConfig orders = pack.flow("orders");
    FlowConfig stock = pack.flow("stock");

    assertThat(pack.config.flows())
        .extracting(FlowConfig::name)
        .containsExactly(
            "customers",
            "orders",
            "order-reply",
            "refunds",
            "stock",
            "products",
            "prices",
            "progress");
    assertThat(pack.config.flows())
        .filteredOn(flow -> !flow.enabled())
        .extracting(FlowConfig::name)
        .as("what credits money, changes a shop's catalogue or its buyers' orders is switched on")
        .containsExactly("refunds", "products", "prices", "progress");
    assertThat(orders.refundsFlow()).contains("refunds");
    assertThat(orders.customersFlow()).contains("customers");
    assertThat(orders.replyFlow()).contains("order-reply");
    assertThat(orders.poll()).isEqualTo(Duration.ofMinutes(1));
    assertThat(orders.missingAge()).isEqualTo(Duration.ofDays(3));
    assertThat(orders.conditions().paymentStates().get("*"))
        .containsExactlyInAnyOrder(PaymentState.AUTHORIZED, PaymentState.PAID);
    assertThat(pack.flow("order-reply").kind()).isEqualTo(FlowKind.REPLY);
    assertThat(stock.poll()).isEqualTo(Duration.ofSeconds(30));
    assertThat(stock.from().connection()).isEqualTo("erp");
  }

  @Test
  void theErpsNumberReachesTheShopsCustomFields() {
    assertThat(
            pack.write(
                    "order-reply",
                    ModelJson.parse(
                        """
                        {"orderId": "a1", "erpNumber": "S-ORD101", "erpId": "b2", "connection": "erp"}
                        """))
                .path("customFields")
                .path("kontor_erp_order_number")
                .asString())
        .isEqualTo("S-ORD101");
  }

  @Test
  void anOrderPlacedNearMidnightHasTheDayOfTheCompanysZone() {
    assertThat(pack.write("orders", order("2026-06-30T22:30:00Z")).path("orderDate").asString())
        .isEqualTo("2026-07-01");
  }

  private static JsonNode order(String placedAt) {
    return ((ObjectNode) GoldenTest.json("/golden/single-line-open/model.json"))
        .put("placedAt", placedAt);
  }

  @Test
  void aStockLevelReachesTheShopAsPieces() {
    var content =
        pack.write(
            "stock", ModelJson.parse("{\"sku\": \"A-1\", \"quantity\": \"12\", \"terms\": []}"));

    assertThat(content.path("productNumber").asString()).isEqualTo("A-1");
    assertThat(content.path("stock").asString()).isEqualTo("12");
  }
}
