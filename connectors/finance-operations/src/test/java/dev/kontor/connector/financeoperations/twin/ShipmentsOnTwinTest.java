package dev.kontor.connector.financeoperations.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.financeoperations.FinanceOperationsProvider;
import dev.kontor.contract.DirectToolbox;
import dev.kontor.model.EntityType;
import dev.kontor.model.Invoice;
import dev.kontor.model.ModelJson;
import dev.kontor.model.OrderProgress;
import dev.kontor.model.Shipment;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Identity;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Parts of an order leave from two warehouses, and are invoiced. */
class ShipmentsOnTwinTest {

  private final TwinErp erp = new TwinErp();
  private final DirectToolbox toolbox = new DirectToolbox(erp.clock, Duration.ofSeconds(20));
  private final Connector connector =
      new FinanceOperationsProvider()
          .connect(erp.settings("{\"packingSlips\": \"lines\"}"), toolbox);

  @AfterEach
  void stop() {
    connector.close();
    toolbox.close();
    erp.close();
  }

  private OrderProgress progress(String order) {
    return ModelJson.mapper()
        .treeToValue(
            Objects.requireNonNull(
                connector
                    .reader(EntityType.ORDER_PROGRESS)
                    .orElseThrow()
                    .find(new Identity.NativeId(order))
                    .getFirst()
                    .content()),
            OrderProgress.class);
  }

  private JsonNode treat(String order, String how, String body) {
    return erp.control("POST", "orders/demf/" + order + "/" + how, body);
  }

  /** One piece leaves, then somebody has the other leave from elsewhere. */
  private String split() {
    String order = erp.order("SW-1", "Hemd");
    treat(
        order,
        "pack",
        "{\"lines\": [{\"line\": 1, \"quantity\": 1}], \"tracking\": [{\"number\": \"T-11\"}]}");
    String lot = erp.lines(order).getFirst().path("InventoryLotId").asString();
    ObjectNode elsewhere = ModelJson.mapper().createObjectNode();
    elsewhere.put("ShippingSiteId", "2").put("ShippingWarehouseId", "21");
    erp.send("PATCH", TwinErp.key("SalesOrderLinesV3", "InventoryLotId", lot), elsewhere);
    return order;
  }

  @Test
  void eachPackingSlipHasItsPiecesItsParcelsAndItsWarehouse() {
    String order = split();
    OrderProgress part = progress(order);
    assertThat(part.state()).isEqualTo(OrderProgress.State.SHIPPED_PARTIALLY);
    assertThat(part.shipments())
        .extracting(Shipment::location, Shipment::trackingCodes)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("11", List.of("T-11")));
    treat(order, "pack", "{}");
    List<Shipment> both = progress(order).shipments();
    assertThat(both).extracting(Shipment::location).containsExactly("11", "21");
    assertThat(both)
        .allSatisfy(
            shipment ->
                assertThat(shipment.lines())
                    .singleElement()
                    .satisfies(
                        line -> {
                          assertThat(line.sku()).isEqualTo("AH-1000");
                          assertThat(line.quantity()).isEqualByComparingTo(BigDecimal.ONE);
                        }));
    assertThat(both.getLast().trackingCodes()).isEmpty();
  }

  @Test
  void aSlipWithoutTrackingIsToldOnlyWhereItsLinesAre() {
    String order = split();
    treat(order, "pack", "{}");
    try (Connector plain = new FinanceOperationsProvider().connect(erp.settings(), toolbox)) {
      JsonNode told =
          plain
              .reader(EntityType.ORDER_PROGRESS)
              .orElseThrow()
              .find(new Identity.NativeId(order))
              .getFirst()
              .content();
      assertThat(Objects.requireNonNull(told).path("shipments")).hasSize(1);
    }
  }

  @Test
  void invoicesOfPartsAreToldWithWhatIsLeftToPay() {
    String order = split();
    String first = treat(order, "invoice", "{}").path("invoice").asString();
    treat(order, "pack", "{}");
    treat(order, "invoice", "{}");
    erp.control("POST", "invoices/demf/" + first + "/pay", "{\"amount\": \"20.65\"}");
    List<Invoice> invoices = progress(order).invoices();
    assertThat(invoices)
        .extracting(
            i ->
                i.total().gross().toPlainString()
                    + " "
                    + i.remaining().stripTrailingZeros().toPlainString())
        .containsExactly("20.65 0", "20.65 20.65");
    assertThat(invoices.getFirst().total().tax()).isEqualByComparingTo("3.30");
    assertThat(invoices.getFirst().dueOn()).isEqualTo("2026-12-05");
  }
}
