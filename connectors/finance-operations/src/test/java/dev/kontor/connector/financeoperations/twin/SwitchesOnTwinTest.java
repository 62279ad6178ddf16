package dev.kontor.connector.financeoperations.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.financeoperations.FinanceOperationsProvider;
import dev.kontor.contract.DirectToolbox;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever no source settles about the service, the connector gets along with. */
class SwitchesOnTwinTest {

  private final TwinErp erp = new TwinErp();
  private final DirectToolbox toolbox = new DirectToolbox(erp.clock, Duration.ofSeconds(20));
  private Connector connector = connector("{}");

  private Connector connector(String more) {
    return new FinanceOperationsProvider().connect(erp.settings(more), toolbox);
  }

  @AfterEach
  void close() {
    connector.close();
    toolbox.close();
    erp.close();
  }

  private Outcome create(String reference, String item, String price) {
    ObjectNode order =
        (ObjectNode)
            ModelJson.parse(
                """
                {"OrderingCustomerAccountNumber": "10000", "CurrencyCode": "EUR",
                 "DefaultShippingSiteId": "1", "DefaultShippingWarehouseId": "11",
                 "SalesOrderLines": [{"ItemNumber": "%1$s", "OrderedSalesQuantity": 1,
                   "SalesPrice": %2$s, "LineAmount": %2$s, "SalesPriceQuantity": 1,
                   "CustomersLineNumber": 1}]}
                """
                    .formatted(item, price));
    return connector
        .writer(EntityType.ORDER)
        .orElseThrow()
        .write(List.of(new Write(reference, Write.Action.CREATE, reference, null, order)))
        .getFirst();
  }

  private List<JsonNode> orders() {
    return erp.rows("SalesOrderHeadersV2", "SalesOrderNumber ne ''");
  }

  private void set(String switches) {
    erp.control("PUT", "settings", switches);
  }

  @Test
  void aGermanServiceUserIsUnderstood() {
    set("{\"language\": \"de\"}");
    erp.control("POST", "conflicts", "{\"times\": 1}");
    assertThat(create("SW-1", "AH-1000", "5")).isInstanceOf(Fault.Conflict.class);
    assertThat(create("SW-1", "NIE", "5"))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            invalid -> assertThat(invalid.field()).isEqualTo("SalesOrderLines[0].ItemNumber"));
    assertThat(orders()).isEmpty();
  }

  @Test
  void refusalsThatComeAs500AreRefusals() {
    set("{\"logicErrorStatus\": 500}");
    assertThat(create("SW-1", "NIE", "5")).isInstanceOf(Fault.Invalid.class);
    assertThat(orders()).isEmpty();
  }

  @Test
  void aPriceThatATradeAgreementReplacesIsNotKept() {
    set("{\"explicitPrice\": \"OVERWRITTEN\"}");
    assertThat(create("SW-1", "AH-1000", "5"))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            invalid ->
                assertThat(invalid.problem()).contains("and 5 in the shop", "trade agreement"));
    assertThat(orders()).isEmpty();
  }

  @Test
  void aManualNumberSequenceTakesTheReference() {
    set("{\"salesOrderNumbers\": \"MANUAL\"}");
    assertThat(create("SW-1", "AH-1000", "5")).isInstanceOf(Fault.Invalid.class);
    connector = connector("{\"orderNumbers\": \"reference\"}");
    assertThat(create("SW-1", "AH-1000", "5")).isEqualTo(new Outcome.Written("SW-1", "SW-1", null));
    assertThat(create("SW-1", "AH-1000", "5")).isInstanceOf(Fault.Invalid.class);
    assertThat(orders()).hasSize(1);
  }

  @Test
  void smallPagesAreFollowed() {
    set("{\"pageSize\": 2}");
    for (int i = 0; i < 5; i++) {
      erp.order("SW-same", "text");
    }
    assertThat(
            connector
                .reader(EntityType.ORDER)
                .orElseThrow()
                .find(new Identity.ExternalReference("SW-same")))
        .hasSize(5);
  }

  @Test
  void aClientThatIsMappedToNobodyIsToldWithTheRemedy() {
    set("{\"clientMapped\": false}");
    assertThat(connector.check())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
              assertThat(finding.remedy()).contains("Microsoft Entra applications");
            });
  }

  @Test
  void aMissingRightAndAWrongItemAreNamedByTheCheck() {
    erp.control("PUT", "roles", "{\"unreadable\": [\"ReleasedProductsV2\"]}");
    assertThat(connector.check())
        .extracting(Finding::problem)
        .anyMatch(problem -> problem.startsWith("ReleasedProductsV2 cannot be read"));
    erp.control("PUT", "roles", "{}");
    connector = connector("{\"feeLine\": {\"item\": \"NIE\"}}");
    assertThat(connector.check())
        .extracting(Finding::problem)
        .contains("item NIE of setting feeLine is no released product");
  }

  @Test
  void anotherCompanyThanTheServiceUsersOwnIsReachedAsWell() {
    set("{\"defaultCompany\": \"usmf\"}");
    assertThat(create("SW-1", "AH-1000", "5")).isInstanceOf(Outcome.Written.class);
    assertThat(
            connector
                .reader(EntityType.ORDER)
                .orElseThrow()
                .find(new Identity.ExternalReference("SW-1")))
        .hasSize(1);
  }
}
