package dev.kontor.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.config.Attribute;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.config.Owner;
import dev.kontor.engine.config.Sharing;
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
            "payments",
            "refunds",
            "shipments",
            "invoices",
            "stock",
            "products",
            "product-changes",
            "prices",
            "customer-changes",
            "customer-terms",
            "progress");
    assertThat(pack.config.flows())
        .filteredOn(flow -> !flow.enabled())
        .extracting(FlowConfig::name)
        .as(
            "what posts, credits money, changes a shop's catalogue, its buyers or their orders is switched"
                + " on")
        .containsExactly(
            "payments",
            "refunds",
            "shipments",
            "invoices",
            "products",
            "product-changes",
            "prices",
            "customer-changes",
            "customer-terms",
            "progress");
    assertThat(orders.money()).containsExactly("payments", "refunds", "shipments", "invoices");
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
  void whoOwnsWhatOfACustomerHoldsBothWays() {
    Sharing changes = pack.flow("customer-changes").sharing();
    Sharing terms = pack.flow("customer-terms").sharing();
    assertThat(changes.registrations()).isFalse();
    assertThat(changes.source()).isEqualTo(Owner.SHOP);
    assertThat(terms.source()).isEqualTo(Owner.ERP);
    assertThat(terms.owners()).isEqualTo(changes.owners());
    assertThat(terms.owners().get(Attribute.CREDIT_LIMIT)).isEqualTo(Owner.ERP);
    assertThat(terms.owners().get(Attribute.EMAIL)).isEqualTo(Owner.LATEST);
  }

  @Test
  void aDebtorBecomesTheAccountAndBackIsTheSame() {
    JsonNode debtor =
        ModelJson.parse(
            """
            {"id":"b2","number":"10000","displayName":"Anna von der Leyen","type":"Person",
             "addressLine1":"Bergweg 3","addressLine2":"","city":"Ulm","state":"","country":"DE",
             "postalCode":"89073","phoneNumber":"","email":"a@kunde.example","creditLimit":2500.5,
             "taxRegistrationNumber":"","blocked":"_x0020_","paymentTerm":{"code":"14TAGE"},
             "customerFinancialDetail":{"balance":0,"overdueAmount":0},"ledgerCurrency":"EUR",
             "customerPriceGroup":"TRADE"}\
            """);
    JsonNode model = pack.read("customer-terms", debtor);
    assertThat(model.path("lastName").asString()).isEqualTo("von der Leyen");
    assertThat(model.path("terms").path("blocked").asString()).isEqualTo("NOTHING");
    assertThat(pack.write("customer-changes", model).path("displayName"))
        .isEqualTo(debtor.path("displayName"));
    JsonNode account = pack.write("customer-terms", model);
    assertThat(account.path("group").path("name").asString()).isEqualTo("TRADE");
    assertThat(account.path("customFields").path("kontor_credit_limit").decimalValue())
        .isEqualByComparingTo("2500.5");
    assertThat(account.path("customFields").path("kontor_payment_terms").asString())
        .isEqualTo("14TAGE");
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
