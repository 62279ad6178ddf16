package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.proof.merchant.Order;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Refunds that meet a lost answer, an edit, a cancellation or an order that is not there yet. */
class RefundTroubleTest extends RefundingShop {

  @Test
  void anAnswerThatWasLostLeavesOneCreditMemoPostedOnce() {
    JsonNode order = paid("t1@kunde.example");
    invoice(order);
    String path = merchant.erp().apiUri().getPath() + "/companies(" + merchant.erp().companyId();
    merchant
        .erp()
        .dials()
        .only(path + ")/salesCreditMemos", "POST")
        .set("dropAnswerProbability", BigDecimal.ONE);
    merchant.change(order, "refund", amount("5.00"));
    merchant.await(Await.PATIENCE, "written without an answer", () -> !memos(order).isEmpty());
    merchant.erp().dials().reset();
    awaitRefund(order, "done");
    merchant.hub().rest().await(Await.PATIENCE);
    assertThat(memos(order)).containsExactly(new BigDecimal("5.00"));
    assertThat(merchant.truth().erpOrders(order)).hasSize(1);
  }

  @Test
  void anEditDoesNotWaitBehindARefundThatWaitsForTheInvoice() {
    JsonNode order = paid("t2@kunde.example");
    merchant.change(order, "refund", amount("1.00"));
    awaitRefund(order, "waiting");
    ObjectNode more = Json.object().set("lines", Json.array().add(Order.line("AH-1005", 3)));
    merchant.change(order, "edit", more);
    merchant.await(Await.PATIENCE, "edited", () -> merchant.isIn(order, "edited:1", "done"));
    assertThat(merchant.truth().differences(order)).isEmpty();
    awaitRefund(order, "waiting");
  }

  @Test
  void anOrderThatIsCancelledBeforeItsInvoiceNeedsNoCreditMemo() {
    JsonNode order = paid("t3@kunde.example");
    merchant.change(order, "refund", Json.object());
    awaitRefund(order, "waiting");
    merchant.change(order, "cancel", null);
    awaitRefund(order, "skipped");
    assertThat(merchant.truth().erpOrders(order)).isEmpty();
    assertThat(memos(order)).isEmpty();
  }

  @Test
  void oneThatIsCalledOffAfterItWasCreditedIsForAPerson() {
    JsonNode order = paid("t5@kunde.example");
    invoice(order);
    merchant.change(order, "refund", amount("5.00"));
    awaitRefund(order, "done");
    merchant.change(order, "calloff", null);
    merchant.await(Await.PATIENCE, "held", () -> merchant.isIn(order, "unrefunded:", "dead"));
    says(order, "unrefunded:", "was credited and is CANCELLED in the shop now");
    assertThat(memos(order)).as("nothing is reversed").containsExactly(new BigDecimal("5.00"));
  }

  @Test
  void aRefundThatIsThereWhenTheHubFirstReadsTheOrderIsNotLost() {
    merchant.desk().pause("flow:orders", "ada", "maintenance");
    JsonNode order = merchant.place(Order.of("t4@kunde.example", "AH-1005", 2));
    merchant.change(order, "pay", null);
    merchant.change(order, "refund", amount("1.00"));
    merchant.desk().resume("flow:orders", "ada");
    merchant.await(
        Await.PATIENCE, "in the ERP", () -> !merchant.truth().erpNumber(order).isEmpty());
    invoice(order);
    awaitRefund(order, "done");
    assertThat(memos(order)).containsExactly(new BigDecimal("1.00"));
  }
}
