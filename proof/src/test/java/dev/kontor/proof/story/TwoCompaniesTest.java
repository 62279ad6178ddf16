package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.proof.merchant.Order;
import dev.kontor.twin.kit.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One shop feeds two companies, by the country the goods go to. */
class TwoCompaniesTest extends TwoCompanies {

  TwoCompaniesTest() throws Exception {
    super(", countries: [DE, AT]", ", countries: [FR]");
  }

  @Test
  void eachOrderIsEnteredInTheCompanyOfItsCountry() {
    JsonNode german = pair.place(to("DE", "de@kunde.example"));
    JsonNode francaise = pair.place(to("FR", "fr@kunde.example"));
    entered(german, pair.truth(), "erp");
    entered(francaise, inFrance, "erp-fr");
    await("entered whole", francaise, "fr-orders", "completed", "done");
    assertThat(inFrance.erpOrders(francaise).getFirst().path("paymentMethodCode").asString())
        .isEqualTo("PAYPAL");
    assertThat(messages(german, "orders")).noneMatch(m -> m.event().equals("completed"));
    says(
        german,
        "fr-orders",
        "country of delivery DE is not exported, only [FR]; flow orders takes it");
  }

  @Test
  void anOrderThatIsForNoCompanySaysSo() {
    JsonNode swiss = pair.place(to("CH", "ch@kunde.example"));
    await("left alone", swiss, "orders", "", "skipped");
    await("left alone", swiss, "fr-orders", "", "skipped");
    says(swiss, "orders", "CH is not exported", "no other flow takes it");
    assertThat(pair.truth().erpOrders(swiss)).isEmpty();
    assertThat(inFrance.erpOrders(swiss)).isEmpty();
  }

  @Test
  void anOrderThatMovesBeforeItsTransferIsTakenByTheFlowItBelongsToNow() {
    hub.hub().desk().pause("connection:erp", "ada", "maintenance");
    JsonNode order = pair.place(to("DE", "moved@kunde.example"));
    await("captured", order, "orders", "created", "waiting");
    move(order, "FR", 3);
    await("seen to be another's", order, "fr-orders", "", "skipped");
    // Which it was before it moved, too.
    hub.rest().leaving(open -> open.endsWith(" created waiting")).await(Await.PATIENCE);
    assertThat(inFrance.erpOrders(order)).isEmpty();
    hub.hub().desk().resume("connection:erp", "ada");
    await("withdrawn", order, "orders", "created", "skipped");
    // The shop's edit keeps the old rates, so the other company holds it with its reason.
    await("taken by the other", order, "fr-orders", "created", "dead");
    says(order, "fr-orders", "OSS-FR");
    assertThat(pair.truth().erpOrders(order)).isEmpty();
  }

  @Test
  void anOrderThatMovesAfterItsTransferIsHeldAndNotEnteredTwice() {
    JsonNode order = pair.place(to("DE", "late@kunde.example"));
    entered(order, pair.truth(), "erp");
    move(order, "FR", 3);
    await("held", order, "orders", "edited", "dead");
    hub.rest().await(Await.PATIENCE);
    assertThat(pair.truth().erpOrders(order)).hasSize(1);
    assertThat(inFrance.erpOrders(order)).isEmpty();
    assertThat(messages(order, "orders").toString())
        .contains("is in erp and would be for erp-fr now", "change it back in shop");
    says(order, "fr-orders", "flow orders has it");
    move(order, "DE", 4);
    await("as it was", order, "orders", "edited", "done");
    assertThat(pair.truth().differences(order)).isEmpty();
  }

  /** The administration writes the order anew with its address. */
  private void move(JsonNode order, String country, int pieces) {
    shopkeeper.sendTo(order, country);
    pair.change(
        order, "edit", Json.object().set("lines", Json.array().add(Order.line("AH-1005", pieces))));
  }
}
