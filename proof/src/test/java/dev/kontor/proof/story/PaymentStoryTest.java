package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Money that the shop received, entered in the ERP once, to the cent, applied to its invoice. */
class PaymentStoryTest extends PayingShop {

  @Test
  void aPaymentWaitsForTheInvoiceAndIsThenALineAppliedToIt() {
    JsonNode order = transferred("p1@kunde.example", 2);
    pay(order);
    await(order, "paid:", "waiting");
    says(order, "paid:", "is not invoiced yet");
    assertThat(entered(order)).isEmpty();
    invoice(order);
    await(order, "paid:", "done");
    merchant.hub().rest().await(Await.PATIENCE);
    assertThat(entered(order)).containsExactly(gross(order));
    JsonNode line = rows(order, "paymentLines").getFirst();
    assertThat(line.path("appliesToInvoiceNumber")).isEqualTo(erpInvoice(order).path("number"));
    assertThat(line.path("journalDisplayName").asString()).isEqualTo(JOURNAL);
    merchant.erp().postJournal(JOURNAL);
    assertThat(erpInvoice(order).path("status").asString()).isEqualTo("Paid");
    assertThat(merchant.hub().verify().tampered()).isFalse();
  }

  @Test
  void partsAreLinesOfTheirOwnAndTheRestComesWithTheLast() {
    JsonNode order = transferred("p2@kunde.example", 2);
    invoice(order);
    pay(order, "1.23");
    merchant.await(Await.PATIENCE, "the first", () -> entered(order).size() == 1);
    pay(order, gross(order).subtract(new BigDecimal("1.23")).toPlainString());
    merchant.await(Await.PATIENCE, "the rest", () -> entered(order).size() == 2);
    merchant.hub().rest().await(Await.PATIENCE);
    assertThat(entered(order)).contains(new BigDecimal("1.23"));
    assertThat(entered(order).stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(gross(order));
    assertThat(rows(order, "paymentLines"))
        .allMatch(line -> line.path("comment").asString("").startsWith("CAP-"));
  }

  @Test
  void aRefundStandsBesideThePaymentAndTakesNothingBack() {
    JsonNode order = transferred("p3@kunde.example", 2);
    pay(order);
    await(order, "paid:", "waiting");
    merchant.change(order, "refund", amount("1.00"));
    await(order, "refunded:", "waiting");
    invoice(order);
    await(order, "paid:", "done");
    await(order, "refunded:", "done");
    merchant.hub().rest().await(Await.PATIENCE);
    assertThat(entered(order)).containsExactly(gross(order));
  }

  @Test
  void aPaymentTheBankTookBackIsForAPersonAndReversesNothing() {
    JsonNode order = transferred("p4@kunde.example", 2);
    invoice(order);
    pay(order);
    await(order, "paid:", "done");
    merchant.change(order, "chargeback", null);
    await(order, "unpaid:", "dead");
    says(order, "unpaid:", "is CHARGEBACK in the shop now", "reverses nothing");
    assertThat(entered(order)).containsExactly(gross(order));
  }
}
