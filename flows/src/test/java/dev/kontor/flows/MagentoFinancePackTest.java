package dev.kontor.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.model.ModelJson;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The pack of Magento and Finance & Operations. */
class MagentoFinancePackTest {

  private final Pack pack = Pack.magentoFinance();

  @Test
  void whatReadsAllWithEveryPollWaitsToBeSwitchedOn() {
    assertThat(pack.config.flows().stream().filter(FlowConfig::enabled))
        .extracting(FlowConfig::name)
        .containsExactly("customers", "orders", "order-reply");
    for (String flow : new String[] {"stock", "products", "progress"}) {
      assertThat(pack.flow(flow).enabled()).isFalse();
      assertThat(pack.flow(flow).poll()).isEqualTo(Duration.ofMinutes(5));
    }
  }

  @Test
  void aMasterWithVariantsBecomesAProductOfTheShop() {
    JsonNode read = GoldenTest.json("/golden/finance-operations-product/in.json");
    GoldenTest.check(
        "finance-operations-product/magento.json",
        pack.write("products", pack.read("products", read)),
        false);
  }

  @Test
  void stockIsToldWithWhatLiesInEachWarehouse() {
    JsonNode level =
        ModelJson.parse(
            """
            {"sku": "ISO-59", "quantity": "12", "terms": [],
             "locations": [{"location": "11", "quantity": "9"}]}
            """);
    assertThat(pack.write("stock", level))
        .isEqualTo(
            ModelJson.parse(
                """
                {"sku": "ISO-59", "quantity": "12",
                 "locations": [{"location": "11", "quantity": "9"}]}
                """));
  }

  @Test
  void whereAnOrderStandsIsReadFromFinanceAndOperations() {
    JsonNode read =
        pack.read(
            "progress",
            ModelJson.parse(
                """
                {"orderNumber": "000017", "reference": "MG-000000031", "state": "SHIPPED",
                 "shipments": [{"number": "PS-1", "shippedOn": "2026-11-21", "carrier": null,
                                "service": null, "trackingCodes": ["0034"], "trackingUrl": null,
                                "lines": [{"sku": "STUHL-EI", "quantity": "3"}],
                                "deliveryNote": null}]}
                """));
    assertThat(read.path("reference").asString()).isEqualTo("MG-000000031");
    assertThat(read.path("invoices")).isEmpty();
    assertThat(read.path("shipments").path(0).path("trackingCodes").path(0).asString())
        .isEqualTo("0034");
  }

  @Test
  void itsShipmentBecomesOneOfTheShop() {
    JsonNode told =
        pack.write(
            "progress",
            ModelJson.parse(
                """
                {"kind": "SHIPPED", "orderId": "31", "orderNumber": "000017", "state": "SHIPPED",
                 "shipment": {"number": "PS-1", "shippedOn": "2026-11-21", "carrier": null,
                              "service": null, "trackingCodes": ["0034"], "trackingUrl": null,
                              "lines": [{"sku": "STUHL-EI", "quantity": "3"}],
                              "deliveryNote": null}}
                """));
    assertThat(told.path("shipment").path("number").asString()).isEqualTo("PS-1");
    assertThat(told.path("shipment").path("lines"))
        .isEqualTo(ModelJson.parse("[{\"sku\": \"STUHL-EI\", \"quantity\": \"3\"}]"));
  }
}
