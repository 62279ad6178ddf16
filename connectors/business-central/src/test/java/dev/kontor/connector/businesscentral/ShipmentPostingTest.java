package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What left the shop's warehouse is shipped here, less what is shipped already. */
class ShipmentPostingTest extends PostingWorld {

  ShipmentPostingTest() {
    super(EntityType.SHIPMENT, TwinWorld.withCompanion());
  }

  private ObjectNode left(Placed order, String pieces) {
    ObjectNode content = order.wanted("37.47").put(ShipmentPlan.LAST, false);
    content
        .put(ShipmentPreparation.TRACKING, "JJD-" + pieces)
        .putArray(ShipmentPlan.PIECES)
        .addObject()
        .put("sku", "1000")
        .put("itemId", world.id("items", "1000"))
        .put("quantity", pieces);
    return content;
  }

  private JsonNode shipments() {
    return world.truth("shipments");
  }

  private String quantity(int shipment) {
    return shipments().path(shipment).path("lines").path(0).path("quantity").toString();
  }

  @Test
  void partsAreShippedByPiecesSoFarAndNoneTwice() {
    Placed order = ordered();
    for (String sofar : new String[] {"1", "1", "3", "3"}) {
      assertThat(write(order, left(order, sofar))).isInstanceOf(Outcome.Written.class);
    }
    assertThat(shipments()).hasSize(2);
    assertThat(quantity(0)).isEqualTo("1");
    assertThat(quantity(1)).isEqualTo("2");
    assertThat(shipments().path(0).path("packageTrackingNumber").asString()).isEqualTo("JJD-1");
    assertThat(world.truth("invoices")).isEmpty();
  }

  @Test
  void whatTheWarehouseHereShippedCounts() {
    Placed order = ordered();
    String part = "{\"lines\":[{\"sequence\":10000,\"quantity\":2}]}";
    world.control("orders/" + order.number() + "/ship", part);
    write(order, left(order, "2"));
    assertThat(shipments()).hasSize(1);
    write(order, left(order, "3"));
    assertThat(quantity(1)).isEqualTo("1");
    world.control("orders/" + order.number() + "/invoice", "{}");
    assertThat(write(order, left(order, "3"))).isInstanceOf(Outcome.Written.class);
    assertThat(shipments()).hasSize(2);
  }

  @Test
  void moreThanTheOrderHasIsHeld() {
    Placed order = ordered();
    assertThat(((Fault) write(order, left(order, "4"))).message())
        .contains("has shipped 4 of 1000", "1 more than order");
    assertThat(shipments()).isEmpty();
  }

  @Test
  void withoutTheSettingOrTheRightTheFlowIsPaused() {
    Placed order = ordered();
    world.twin.deny(ModelJson.parse("{\"unwritable\":[\"salesShipments\"]}"));
    assertThat(write(order, left(order, "1"))).isInstanceOf(Fault.Forbidden.class);
    connect(settings -> settings.remove("shipments"));
    assertThat(fault(order, "37.47")).isInstanceOf(Fault.Forbidden.class);
  }
}
