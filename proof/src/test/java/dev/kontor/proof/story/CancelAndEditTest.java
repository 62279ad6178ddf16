package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.engine.problem.Approval;
import dev.kontor.proof.merchant.Order;
import dev.kontor.twin.kit.Json;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders that are cancelled or edited, before and after they reached the ERP. */
class CancelAndEditTest extends OpenShop {

  CancelAndEditTest() {
    super();
  }

  private JsonNode waitingForErp(String email) {
    merchant.desk().pause("connection:erp", "ada", "maintenance");
    JsonNode order = merchant.place(Order.of(email, "AH-1005", 2));
    merchant.await(Await.PATIENCE, "captured", () -> merchant.event(order, "created") != null);
    return order;
  }

  /** Only the pause keeps the order, and all that its shop has of it was read. */
  private void awaitRead() {
    merchant.hub().rest().leaving(open -> open.endsWith(" created waiting")).await(Await.PATIENCE);
  }

  private static ObjectNode lines(int quantity) {
    return Json.object().set("lines", Json.array().add(Order.line("AH-1005", quantity)));
  }

  @Test
  void cancelledBeforeTransferIsSkipped() {
    JsonNode order = waitingForErp("c1@kunde.example");
    merchant.change(order, "cancel", null);
    awaitRead();
    merchant.desk().resume("connection:erp", "ada");
    merchant.await(
        Await.PATIENCE, "decided", () -> merchant.isIn(order, "created", "skipped", "done"));
    merchant.hub().rest().await(Await.PATIENCE);
    assertThat(merchant.reason(order, "created")).isEqualTo("cancelled before transfer");
    assertThat(merchant.truth().erpOrders(order)).isEmpty();
  }

  @Test
  void editedBeforeTransferTakesTheNewestVersion() {
    JsonNode order = waitingForErp("e1@kunde.example");
    merchant.change(order, "edit", lines(5));
    awaitRead();
    merchant.desk().resume("connection:erp", "ada");
    merchant.await(Await.PATIENCE, "transferred", () -> merchant.isIn(order, "created", "done"));
    merchant.settle(Await.PATIENCE);
    JsonNode now = merchant.truth().shopOrder(order);
    assertThat(now.path("gross")).isNotEqualTo(order.path("gross"));
    assertThat(merchant.truth().differences(now)).isEmpty();
    assertThat(merchant.event(order, "edited")).isNull();
  }

  @Test
  void cancelledAfterTransferIsTakenOutOfTheErp() {
    JsonNode order = transferred("c2@kunde.example", 1);
    merchant.change(order, "cancel", null);
    merchant.await(Await.PATIENCE, "cancelled", () -> merchant.isIn(order, "cancelled", "done"));
    merchant.hub().rest().await(Await.PATIENCE);
    assertThat(merchant.truth().erpOrders(order)).isEmpty();
  }

  @Test
  void editedAfterTransferIsChangedInTheErpAndBack() {
    JsonNode order = transferred("e2@kunde.example", 1);
    merchant.change(order, "edit", lines(4));
    merchant.await(Await.PATIENCE, "edited", () -> merchant.isIn(order, "edited:1", "done"));
    assertThat(merchant.truth().differences(order)).isEmpty();
    merchant.change(order, "edit", lines(1));
    merchant.await(Await.PATIENCE, "edited back", () -> merchant.isIn(order, "edited:2", "done"));
    assertThat(merchant.truth().differences(order)).isEmpty();
  }

  @Test
  void cancelledAfterItWasShippedIsHeldAndSaysWhatToDo() {
    JsonNode order = transferred("c3@kunde.example", 1);
    merchant.erp().ship(merchant.truth().erpNumber(order));
    merchant.change(order, "cancel", null);
    merchant.await(Await.PATIENCE, "held", () -> merchant.isIn(order, "cancelled", "dead"));
    assertThat(merchant.reason(order, "cancelled")).contains("shipped");
    assertThat(merchant.truth().erpOrders(order)).hasSize(1);
  }

  @Test
  void editedAfterItWasShippedIsHeld() {
    JsonNode order = transferred("e3@kunde.example", 1);
    merchant.erp().ship(merchant.truth().erpNumber(order));
    merchant.change(order, "edit", lines(4));
    merchant.await(Await.PATIENCE, "held", () -> merchant.isIn(order, "edited", "dead"));
    assertThat(merchant.reason(order, "edited")).contains("shipped");
    assertThat(merchant.truth().erpOrders(order)).hasSize(1);
    long id = Objects.requireNonNull(merchant.event(order, "edited")).id();
    // While its lane is being worked on, the desk asks to decide again in a moment.
    merchant.await(
        Await.PATIENCE,
        "discarded",
        () -> merchant.decide(Approval.Action.DISCARD, id, "corrected by hand"));
    assertThat(merchant.isIn(order, "edited", "discarded")).isTrue();
    assertThat(merchant.hub().verify().tampered()).isFalse();
  }
}
