package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.proof.merchant.Order;
import dev.kontor.twin.kit.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the shop says has left is shipped in the ERP, once, and neither side hears its own echo. */
class ShipmentStoryTest extends PostingShop {

  ShipmentStoryTest() {
    super("shipments", "progress");
  }

  private static ObjectNode parcel(String code) {
    ObjectNode parcel = Json.object();
    parcel.putArray("trackingCodes").add(code);
    return parcel;
  }

  private List<Integer> shipped(JsonNode order) {
    merchant.hub().rest().await(Await.PATIENCE);
    return posted(order, "shipments").stream()
        .map(s -> s.path("lines").path(0).path("quantity").asInt())
        .toList();
  }

  private JsonNode field(JsonNode order, String name) {
    return merchant.truth().shopOrder(order).path("customFields").path(name);
  }

  private void awaitTold(JsonNode order, int shipments) {
    merchant.await(
        Await.PATIENCE,
        "told the shop",
        () -> field(order, "kontor_shipments").size() == shipments);
  }

  @Test
  void aDeliveryIsShippedWithItsTrackingNumberAndNothingComesBack() {
    JsonNode order = transferred("s1@kunde.example", 3);
    loseAnswers(merchant.erp().companionUri(), "salesOrderDetails(");
    merchant.change(order, "ship", parcel("JJD1"));
    merchant.await(
        Await.PATIENCE, "without an answer", () -> !posted(order, "shipments").isEmpty());
    merchant.erp().dials().reset();
    await(order, "dispatched:", "done");
    awaitTold(order, 1);
    assertThat(shipped(order)).containsExactly(3);
    assertThat(posted(order, "invoices")).isEmpty();
    JsonNode shipment = posted(order, "shipments").getFirst();
    assertThat(shipment.path("packageTrackingNumber").asString()).isEqualTo("JJD1");
    assertThat(merchant.truth().shopOrder(order).path("trackingCodes")).hasSize(1);
    assertThat(merchant.hub().verify().tampered()).isFalse();
  }

  @Test
  void aPartIsShippedByItsPositionsAndLeavesTheOtherDeliveryAlone() {
    JsonNode order = transferred("s2@kunde.example", 3);
    ObjectNode part = Json.object().set("lines", Json.array().add(Order.line("AH-1005", 1)));
    merchant.change(order, "split", part);
    merchant.change(order, "ship", parcel("JJD2").put("last", true));
    await(order, "dispatched:", "done");
    awaitTold(order, 1);
    assertThat(shipped(order)).containsExactly(1);
    JsonNode there = merchant.truth().shopOrder(order);
    assertThat(there.path("deliveryState").asString()).isEqualTo("open");
    assertThat(there.path("trackingCodes")).hasSize(1);
    merchant.change(order, "ship", parcel("JJD3"));
    awaitTold(order, 2);
    assertThat(shipped(order)).containsExactly(1, 2);
  }

  @Test
  void whatTheErpShippedIsNoReportOfTheShops() {
    JsonNode order = transferred("s3@kunde.example", 2);
    merchant.erp().ship(merchant.truth().erpNumber(order));
    awaitTold(order, 1);
    assertThat(shipped(order)).containsExactly(2);
    assertThat(merchant.truth().shopOrder(order).path("deliveryState").asString())
        .isEqualTo("shipped");
    assertThat(merchant.event(order, "dispatched:")).isNull();
  }
}
