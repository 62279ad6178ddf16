package dev.kontor.connector.shopware.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.shopware.Ids;
import dev.kontor.connector.shopware.ShopwareProvider;
import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Write;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ProgressOnTwinTest extends OnTwin {

  private final Flow progress = new Flow(writer(EntityType.ORDER_PROGRESS));
  private final Placed order = shop.order();

  private void tell(JsonNode content) {
    progress.written(Write.Action.UPDATE, order.id(), content);
  }

  private JsonNode truth() {
    return shop.truth(order.id());
  }

  private JsonNode field(String name) {
    return truth().path("customFields").path(name);
  }

  private String pdf(String number) {
    byte[] bytes = ("%PDF " + number).getBytes(StandardCharsets.UTF_8);
    progress.file("pdf-" + number, bytes, "application/pdf");
    return Ids.sha256(bytes);
  }

  @Test
  void aReleasedOrderIsInProgressOnceAndNoMailIsSent() {
    JsonNode released = Contents.event(order.id(), "RELEASED", "RELEASED");
    tell(released);
    tell(released);
    assertThat(truth().path("state").asString()).isEqualTo("in_progress");
    assertThat(field("kontor_erp_state").asString()).isEqualTo("RELEASED");
    assertThat(shop.mails()).isZero();
  }

  @Test
  void aShopThatIsFurtherIsLeftAndItIsSaid() {
    for (String step : List.of("process", "complete")) {
      shop.admin("POST", "/api/_action/order/" + order.id() + "/state/" + step, null);
    }
    tell(Contents.event(order.id(), "RELEASED", "RELEASED"));
    assertThat(truth().path("state").asString()).isEqualTo("completed");
    assertThat(progress.notes).anyMatch(note -> note.contains("completed"));
  }

  @Test
  void aShipmentIsShownWithItsCodesAndNobodyElsesAreLost() {
    String delivery =
        shop.search("order-delivery", "orderId", order.id()).path(0).path("id").asString();
    shop.admin(
        "PATCH",
        "/api/order-delivery/" + delivery,
        Contents.json("{\"trackingCodes\":[\"THEIRS\"]}"));
    ObjectNode first = Contents.shipment(order.id(), "V-1", "JJD1");
    first.put("erpState", "SHIPPED_PARTIALLY");
    ((ObjectNode) first.at("/shipment/lines/0")).put("quantity", "1");
    tell(first);
    assertThat(truth().path("deliveryState").asString()).isEqualTo("shipped_partially");
    ObjectNode second = Contents.shipment(order.id(), "V-2", "JJD2");
    ((ObjectNode) second.at("/shipment/lines/0")).put("quantity", "1");
    tell(second);
    tell(first);
    tell(second);
    assertThat(truth().path("deliveryState").asString()).isEqualTo("shipped");
    assertThat(truth().path("trackingCodes").valueStream().map(JsonNode::asString))
        .containsExactly("THEIRS", "JJD1", "JJD2");
    String line =
        shop.search("order-line-item", "orderId", order.id()).path(0).path("id").asString();
    assertThat(field("kontor_shipped").path(line).asString()).isEqualTo("2");
    assertThat(field("kontor_shipments").path("V-1").path("lines").path(line).asString())
        .isEqualTo("1");
    assertThat(shop.mails()).isZero();
  }

  @Test
  void theBuyerDownloadsTheErpsInvoice() {
    String hash = pdf("RE-1");
    JsonNode invoice = Contents.invoice(order.id(), "RE-1", "49.98");
    tell(invoice);
    tell(invoice);
    assertThat(progress.asked).as("the file is there").isEmpty();
    List<JsonNode> documents = shop.documents(order.id());
    assertThat(documents).hasSize(1);
    JsonNode document = documents.getFirst();
    assertThat(document.path("type").asString()).isEqualTo("invoice");
    assertThat(document.path("number").asString()).isEqualTo("RE-1");
    assertThat(document.path("sha256").asString()).isEqualTo(hash);
    assertThat(document.path("shownToBuyer").asBoolean()).isTrue();
    assertThat(document.path("static").asBoolean()).isTrue();
    assertThat(field("kontor_invoices").path("RE-1").path("gross").asString()).isEqualTo("49.98");
    assertThat(field("kontor_invoices").path("RE-1").has("file")).isFalse();
    assertThat(shop.mails()).isZero();
  }

  /** The answer between create and upload was lost: the document stands there without its file. */
  @Test
  void aDocumentWithoutItsFileIsCompleted() {
    String hash = pdf("RE-2");
    shop.admin(
        "POST",
        "/api/_action/order/document/invoice/create",
        Contents.json(
                """
                {"list":[{"orderId":"%s","fileType":"pdf","static":true,
                 "config":{"documentNumber":"RE-2","displayInCustomerAccount":true}}]}"""
                    .formatted(order.id()))
            .path("list"));
    tell(Contents.invoice(order.id(), "RE-2", "49.98"));
    assertThat(shop.documents(order.id()))
        .hasSize(1)
        .allMatch(document -> document.path("sha256").asString().equals(hash))
        .allMatch(document -> document.path("shownToBuyer").asBoolean());
  }

  @Test
  void aNumberTakenByAnotherOrderIsNamed() {
    pdf("RE-3");
    tell(Contents.invoice(order.id(), "RE-3", "49.98"));
    Placed other = shop.order();
    assertThat(
            progress.run(
                Write.Action.UPDATE, other.id(), Contents.invoice(other.id(), "RE-3", "49.98")))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            fault -> {
              assertThat(fault.field()).isEqualTo("invoice.number");
              assertThat(fault.problem()).contains("another order");
            });
  }

  @Test
  void aCreditMemoOverAllTakesTheInvoiceBackAndAnyOtherGivesBackAPart() {
    pdf("RE-4");
    String part = pdf("GS-1");
    String whole = pdf("GS-2");
    tell(Contents.invoice(order.id(), "RE-4", "49.98"));
    tell(Contents.creditMemo(order.id(), "GS-1", "RE-4", "10.00"));
    tell(Contents.creditMemo(order.id(), "GS-1", "RE-4", "10.00"));
    tell(Contents.creditMemo(order.id(), "GS-2", "RE-4", "49.98"));
    List<JsonNode> documents = shop.documents(order.id());
    assertThat(documents).hasSize(3);
    String invoice = documents.getFirst().path("id").asString();
    assertThat(documents.subList(1, 3))
        .allMatch(one -> one.path("referencedDocumentId").asString().equals(invoice))
        .allMatch(one -> one.path("shownToBuyer").asBoolean())
        .extracting(one -> one.path("type").asString() + " " + one.path("sha256").asString())
        .containsExactlyInAnyOrder("credit_note " + part, "storno " + whole);
  }

  @Test
  void aCreditMemoWithoutInvoiceInTheShopIsANumberAndANote() {
    pdf("GS-3");
    tell(Contents.creditMemo(order.id(), "GS-3", "RE-OLD", "10.00"));
    assertThat(shop.documents(order.id())).isEmpty();
    assertThat(field("kontor_credit_memos").has("GS-3")).isTrue();
    assertThat(progress.notes).anyMatch(note -> note.contains("GS-3"));
  }

  @Test
  void aCancelledOrderIsCancelledUnlessTheShopHasCompletedIt() {
    JsonNode cancelled = Contents.event(order.id(), "CANCELLED", "CANCELLED");
    tell(cancelled);
    tell(cancelled);
    assertThat(truth().path("state").asString()).isEqualTo("cancelled");
    Placed done = shop.order();
    for (String step : List.of("process", "complete")) {
      shop.admin("POST", "/api/_action/order/" + done.id() + "/state/" + step, null);
    }
    assertThat(
            progress.run(
                Write.Action.UPDATE,
                done.id(),
                Contents.event(done.id(), "CANCELLED", "CANCELLED")))
        .isInstanceOfSatisfying(
            Fault.Invalid.class, fault -> assertThat(fault.problem()).contains("completed"));
  }

  @Test
  void aFileLeftOfADeletedDocumentDoesNotStopItsSuccessor() {
    String hash = pdf("RE-5");
    tell(Contents.invoice(order.id(), "RE-5", "49.98"));
    String document = shop.documents(order.id()).getFirst().path("id").asString();
    shop.admin("DELETE", "/api/document/" + document, null);
    tell(Contents.invoice(order.id(), "RE-5", "49.98"));
    assertThat(shop.documents(order.id()))
        .hasSize(1)
        .allMatch(one -> one.path("sha256").asString().equals(hash));
  }

  /** Only on the occasions the settings name. */
  @Test
  void theBuyerIsMailedWhereTheSettingsSaySo() {
    ObjectNode settings = bench.values();
    settings.withObjectProperty("progress").putArray("mails").add("shipped");
    try (Connector mailing =
        new ShopwareProvider().connect(new Settings("shop", settings), bench.toolbox())) {
      Flow flow = new Flow(mailing.writer(EntityType.ORDER_PROGRESS).orElseThrow());
      flow.written(
          Write.Action.UPDATE, order.id(), Contents.event(order.id(), "RELEASED", "RELEASED"));
      assertThat(shop.mails()).isZero();
      flow.written(Write.Action.UPDATE, order.id(), Contents.shipment(order.id(), "V-1", "JJD1"));
      assertThat(shop.mails()).isEqualTo(1);
    }
  }

  @Test
  void anOrderThatIsGoneIsMissing() {
    bench.delete(EntityType.ORDER, order);
    assertThat(
            progress.run(
                Write.Action.UPDATE,
                order.id(),
                Contents.event(order.id(), "RELEASED", "RELEASED")))
        .isInstanceOf(Fault.Missing.class);
  }

  /** Without the right to create, the shop answers an order that is gone with a missing right. */
  @Test
  void anOrderDeletedMeanwhileIsMissingAndNeitherARightNorTheOthersSuffer() {
    try (Connector least = new ShopwareProvider().connect(bench.leastRights(), meter)) {
      Placed gone = shop.order();
      meter.beforeWrite(() -> bench.delete(EntityType.ORDER, gone));
      List<Outcome> outcomes =
          least
              .writer(EntityType.ORDER_PROGRESS)
              .orElseThrow()
              .write(List.of(released(gone), released(order)));
      assertThat(outcomes.getFirst()).isInstanceOf(Fault.Missing.class);
      assertThat(has("order", gone.id())).as("made anew by the upsert").isFalse();
      assertThat(outcomes.getLast()).isInstanceOf(Outcome.Written.class);
    }
  }

  /** The order is still there, so the next try finds what it has by then. */
  @Test
  void aDeliveryDeletedMeanwhileIsAConflictAndNoMissingRight() {
    String delivery =
        shop.search("order-delivery", "orderId", order.id()).path(0).path("id").asString();
    Write shipped =
        new Write(
            "k",
            Write.Action.UPDATE,
            order.number(),
            order.id(),
            Contents.shipment(order.id(), "V-1", "JJD1"));
    try (Connector least = new ShopwareProvider().connect(bench.leastRights(), meter)) {
      meter.beforeWrite(() -> shop.admin("DELETE", "/api/order-delivery/" + delivery, null));
      assertThat(least.writer(EntityType.ORDER_PROGRESS).orElseThrow().write(List.of(shipped)))
          .singleElement()
          .isInstanceOf(Fault.Conflict.class);
      assertThat(has("order-delivery", delivery)).as("made anew by the upsert").isFalse();
    }
  }

  private static Write released(Placed order) {
    return new Write(
        order.id(),
        Write.Action.UPDATE,
        order.number(),
        order.id(),
        Contents.event(order.id(), "RELEASED", "RELEASED"));
  }

  @Test
  void theEventsOfABatchAreOneReadAndOneWriteBesideTheirTransitions() {
    List<Placed> orders = bench.placeTogether(EntityType.ORDER, 50);
    List<Write> batch = orders.stream().map(ProgressOnTwinTest::released).toList();
    meter.reset();
    writer(EntityType.ORDER_PROGRESS).write(batch);
    assertThat(meter.reads).hasValue(1);
    assertThat(meter.writes).hasValue(51);
  }
}
