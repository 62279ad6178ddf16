package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Payments that meet a lost answer, a person in the journal, a cancellation or another's money. */
class PaymentTroubleTest extends PayingShop {

  private void loseAnswers() {
    String path = merchant.erp().apiUri().getPath() + "/companies(" + merchant.erp().companyId();
    merchant
        .erp()
        .dials()
        .only(path + ")/customerPaymentJournals", "POST")
        .set("dropAnswerProbability", BigDecimal.ONE);
  }

  @Test
  void anAnswerThatWasLostLeavesOneLine() {
    JsonNode order = transferred("q1@kunde.example", 2);
    invoice(order);
    loseAnswers();
    pay(order);
    merchant.await(Await.PATIENCE, "entered without an answer", () -> !entered(order).isEmpty());
    merchant.erp().dials().reset();
    await(order, "paid:", "done");
    merchant.hub().rest().await(Await.PATIENCE);
    assertThat(entered(order)).containsExactly(gross(order));
  }

  @Test
  void aLineThatAPersonPostedBeforeItsAnswerCameIsFoundInTheLedger() {
    JsonNode order = transferred("q2@kunde.example", 2);
    invoice(order);
    loseAnswers();
    pay(order);
    merchant.await(Await.PATIENCE, "entered without an answer", () -> !entered(order).isEmpty());
    merchant.erp().postJournal(JOURNAL);
    merchant.erp().dials().reset();
    await(order, "paid:", "done");
    merchant.hub().rest().await(Await.PATIENCE);
    assertThat(entered(order)).containsExactly(gross(order));
    assertThat(rows(order, "paymentLines")).isEmpty();
  }

  @Test
  void whatAPersonHasEnteredAlreadyIsNotEnteredAgain() {
    JsonNode order = transferred("q3@kunde.example", 2);
    invoice(order);
    merchant.erp().pay(erpInvoice(order).path("number").asString(), gross(order));
    pay(order);
    await(order, "paid:", "dead");
    says(order, "paid:", "would be too much");
    assertThat(entered(order)).isEmpty();
  }

  @Test
  void moneyOfACancelledOrderThatIsNotGivenBackIsForAPerson() {
    JsonNode order = transferred("q4@kunde.example", 2);
    pay(order);
    await(order, "paid:", "waiting");
    merchant.change(order, "cancel", null);
    await(order, "paid:", "dead");
    says(order, "paid:", "was not given back");
    merchant.change(order, "refund", null);
    await(order, "paid:", "skipped");
    assertThat(entered(order)).isEmpty();
  }
}
