package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.twin.kit.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the ERP's clerks do with an order its buyer sees in the shop, once each. */
class ProgressStoryTest extends OpenShop {

  ProgressStoryTest() {
    super("progress");
  }

  private void awaitState(JsonNode order, String field, String state) {
    merchant.await(
        Await.PATIENCE,
        field + " " + state,
        () -> merchant.truth().shopOrder(order).path(field).asString("").equals(state));
  }

  /** A part of the first line. */
  private static ObjectNode parcel(int pieces, String tracking) {
    ObjectNode body = Json.object().put("packageTrackingNumber", tracking);
    body.putArray("lines").addObject().put("sequence", 10000).put("quantity", pieces);
    return body;
  }

  @Test
  void theBuyerFollowsAnOrderFromReleaseToInvoice() {
    JsonNode order = transferred("p1@kunde.example", 3);
    String number = merchant.truth().erpNumber(order);
    merchant.erp().release(number);
    awaitState(order, "state", "in_progress");
    merchant.erp().order(number, "ship", parcel(1, "JD0001"));
    awaitState(order, "deliveryState", "shipped_partially");
    merchant.erp().order(number, "ship", Json.object().put("packageTrackingNumber", "JD0002"));
    awaitState(order, "deliveryState", "shipped");
    merchant.erp().order(number, "invoice", Json.object());
    merchant.await(Await.PATIENCE, "all papers", () -> merchant.truth().files(order).size() == 3);
    merchant.hub().rest().await(Await.PATIENCE);
    JsonNode now = merchant.truth().shopOrder(order);
    assertThat(now.path("trackingCodes").valueStream().map(JsonNode::asString))
        .containsExactly("JD0001", "JD0002");
    List<JsonNode> files = merchant.truth().files(order);
    assertThat(files)
        .extracting(file -> file.path("type").asString())
        .containsExactly("delivery_note", "delivery_note", "invoice");
    assertThat(files.getLast().path("number").asString())
        .isEqualTo(merchant.erp().truth("invoices").at("/invoices/0/number").asString());
    assertThat(merchant.truth().mails()).isZero();
  }
}
