package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.Delivery;
import dev.kontor.model.DeliveryState;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.OrderShipment;
import dev.kontor.model.PriceBasis;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Shipments where the companion app is not installed. */
class BareShipmentTest extends PostingWorld {

  BareShipmentTest() {
    super(EntityType.SHIPMENT, new TwinWorld());
  }

  private static Delivery delivery(String id, DeliveryState state) {
    return new Delivery(id, null, state, null, List.of("JJD1"));
  }

  private static JsonNode left(Delivery... deliveries) {
    SampleOrder sample =
        SampleOrder.in(PriceBasis.GROSS).goods("1000", "3", "12.49", "37.47", "19");
    List.of(deliveries).forEach(sample::delivery);
    Order order = sample.build();
    return ModelJson.tree(new OrderShipment(order, order.deliveries().getFirst()));
  }

  private static final JsonNode WHOLE = left(delivery("a", DeliveryState.SHIPPED));

  private Fault refused(Placed order, JsonNode model) {
    return ((Prepared.Refused) prepared(order, "37.47", model)).fault();
  }

  @Test
  void anOrderThatLeftAsAWholeIsPostedWithItsInvoice() {
    Placed order = ordered();
    JsonNode content = ((Prepared.Ready) prepared(order, "37.47", WHOLE)).content();
    for (int i = 0; i < 2; i++) {
      assertThat(write(order, content)).isInstanceOf(Outcome.Written.class);
    }
    assertThat(world.truth("shipments")).hasSize(1);
    assertThat(world.truth("invoices")).hasSize(1);
  }

  @Test
  void withoutTheRuleNothingIsInvoicedAndTheFlowSaysWhatIsMissing() {
    connect(settings -> settings.remove("invoices"));
    assertThat(refused(ordered(), WHOLE))
        .isInstanceOf(Fault.Forbidden.class)
        .extracting(Fault::message)
        .asString()
        .contains("install the companion app");
    assertThat(connector.check())
        .filteredOn(found -> found.severity() == Finding.Severity.WARNING)
        .anyMatch(f -> f.problem().contains("nothing can be shipped without being invoiced"));
  }

  @Test
  void theCheckNamesTheRightThatNoPageShows() {
    assertThat(connector.check())
        .anyMatch(f -> f.problem().contains("may post invoices with shipments, shipments"));
  }

  @Test
  void severalDeliveriesWithoutPositionsAreForAPerson() {
    Fault fault =
        refused(
            ordered(),
            left(delivery("a", DeliveryState.SHIPPED), delivery("b", DeliveryState.OPEN)));
    assertThat(fault.message()).contains("set deliveryPositions");
  }
}
