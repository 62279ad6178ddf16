package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.proof.merchant.Order;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Money that the shop gave back, credited in the ERP once, to the cent. */
class RefundStoryTest extends RefundingShop {

  private JsonNode invoiced(String email) {
    JsonNode order = paid(email);
    invoice(order);
    return order;
  }

  private void credited(JsonNode order) {
    awaitRefund(order, "done");
    merchant.hub().rest().await(Await.PATIENCE);
  }

  private static BigDecimal gross(JsonNode order) {
    return new BigDecimal(order.path("gross").asString());
  }

  @Test
  void anInvoicedOrderThatIsRefundedWholeIsCreditedAndTheBuyerSeesThePaper() {
    JsonNode order = invoiced("r1@kunde.example");
    merchant.change(order, "refund", amount(order.path("gross").asString()));
    credited(order);
    assertThat(memos(order)).containsExactly(gross(order));
    merchant.await(Await.PATIENCE, "paper", () -> merchant.truth().files(order).size() == 3);
    assertThat(merchant.hub().verify().tampered()).isFalse();
  }

  @Test
  void aPaymentSetToRefundedWithoutAnAmountMeansAllOfIt() {
    JsonNode order = invoiced("r2@kunde.example");
    merchant.change(order, "refund", Json.object());
    credited(order);
    assertThat(memos(order)).containsExactly(gross(order));
  }

  @Test
  void partsOfGoodsAndAmountsAreCreditedEachOnce() {
    JsonNode order = invoiced("r3@kunde.example");
    ObjectNode goods = Json.object().set("lines", Json.array().add(Order.line("AH-1005", 1)));
    merchant.change(order, "refund", goods);
    credited(order);
    merchant.change(order, "refund", amount("1.23"));
    merchant.await(Await.PATIENCE, "both", () -> memos(order).size() == 2);
    merchant.hub().rest().await(Await.PATIENCE);
    String given = merchant.truth().shopOrder(order).path("refunded").asString();
    assertThat(memos(order).stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(given);
  }

  @Test
  void aRefundBeforeTheInvoiceWaitsForIt() {
    JsonNode order = paid("r4@kunde.example");
    merchant.change(order, "refund", amount("1.00"));
    awaitRefund(order, "waiting");
    says(order, "refunded:", "is not invoiced yet");
    invoice(order);
    credited(order);
    assertThat(memos(order)).containsExactly(new BigDecimal("1.00"));
  }
}
