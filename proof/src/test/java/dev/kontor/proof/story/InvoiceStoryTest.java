package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.engine.problem.Approval;
import dev.kontor.proof.merchant.ErpByHand;
import dev.kontor.proof.merchant.Order;
import dev.kontor.twin.kit.Json;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders that are paid and shipped in the shop are posted in the ERP, whole and once. */
class InvoiceStoryTest extends PostingShop {

  InvoiceStoryTest() {
    super("invoices", "progress");
  }

  @Test
  void anOrderIsPostedOnceItIsPaidAndShippedAndTheBuyerSeesThePaper() {
    JsonNode order = paid("i1@kunde.example");
    merchant.hub().rest().await(Await.PATIENCE);
    assertThat(posted(order, "shipments")).as("paid only").isEmpty();
    ship(order);
    await(order, "billable:", "done");
    merchant.await(Await.PATIENCE, "paper", () -> !merchant.truth().files(order).isEmpty());
    merchant.hub().rest().await(Await.PATIENCE);
    assertThat(invoiced(order)).containsExactly(gross(order));
    assertThat(posted(order, "shipments")).hasSize(1);
    assertThat(merchant.hub().verify().tampered()).isFalse();
  }

  @Test
  void anAnswerThatWasLostLeavesOneInvoice() {
    JsonNode order = paid("i2@kunde.example");
    loseAnswers(merchant.erp().apiUri(), "salesOrders(");
    ship(order);
    merchant.await(Await.PATIENCE, "posted without an answer", () -> !invoiced(order).isEmpty());
    merchant.erp().dials().reset();
    await(order, "billable:", "done");
    merchant.hub().rest().await(Await.PATIENCE);
    assertThat(invoiced(order)).containsExactly(gross(order));
    assertThat(posted(order, "shipments")).hasSize(1);
  }

  @Test
  void whatTheShopChangesMeanwhileIsCarriedOutFirst() {
    JsonNode order = paid("i3@kunde.example");
    String number = merchant.truth().erpNumber(order);
    set("allowPostingFrom", "2100-01-01");
    ship(order);
    awaitHeld(order, "billable:");
    set("allowPostingFrom", "");
    merchant.erp().release(number);
    ObjectNode more = Json.object().set("lines", Json.array().add(Order.line("AH-1005", 3)));
    merchant.change(order, "edit", more);
    await(order, "edited:", "dead");
    await(order, "billable:", "waiting");
    says(order, "billable:", "a change of its order");
    merchant.erp().order(number, "reopen", Json.object());
    long edit = Objects.requireNonNull(merchant.event(order, "edited:")).id();
    // While its lane is being worked on, the desk asks to decide again in a moment.
    merchant.await(
        Await.PATIENCE,
        "resubmitted",
        () -> merchant.decide(Approval.Action.RESUBMIT, edit, "reopened"));
    await(order, "billable:", "done");
    assertThat(invoiced(order)).containsExactly(gross(merchant.truth().shopOrder(order)));
  }

  @Test
  void whatAPersonChangedInTheErpIsHeld() {
    JsonNode order = paid("i4@kunde.example");
    new ErpByHand(merchant.pair()).raisePrice(order);
    ship(order);
    awaitHeld(order, "billable:");
    assertThat(merchant.reason(order, "billable:")).contains("in Business Central and to");
    assertThat(posted(order, "shipments")).isEmpty();
  }

  @Test
  void aCancelledOrderIsNotPosted() {
    JsonNode order = paid("i6@kunde.example");
    set("allowPostingFrom", "2100-01-01");
    ship(order);
    awaitHeld(order, "billable:");
    assertThat(merchant.reason(order, "billable:")).contains("Allow Posting From");
    set("allowPostingFrom", "");
    merchant.change(order, "cancel", null);
    await(order, "billable:", "skipped");
    merchant.await(Await.PATIENCE, "gone", () -> merchant.truth().erpOrders(order).isEmpty());
  }
}
