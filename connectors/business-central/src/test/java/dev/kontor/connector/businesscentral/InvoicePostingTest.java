package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Orders that are posted by rule: what is posted, what waits and what is held for a person. */
class InvoicePostingTest extends PostingWorld {

  InvoicePostingTest() {
    super(EntityType.INVOICE, TwinWorld.withCompanion());
  }

  private void setup(String company) {
    world.twin.setup(ModelJson.parse(company));
  }

  private String held(Placed order) {
    Outcome outcome = write(order, order.wanted("37.47"));
    assertThat(world.truth("invoices")).isEmpty();
    return ((Fault.Invalid) outcome).message();
  }

  @Test
  void anOrderIsShippedAndInvoicedOnceHoweverOftenItIsAsked() {
    Placed order = ordered();
    assertThat(prepared(order, "37.47", Json.object())).isInstanceOf(Prepared.Ready.class);
    assertThat(write(order, order.wanted("37.47"))).isInstanceOf(Outcome.Written.class);
    Outcome.Written again = (Outcome.Written) write(order, order.wanted("37.47"));
    JsonNode invoices = world.truth("invoices");
    assertThat(invoices).hasSize(1);
    assertThat(again.number()).isEqualTo(invoices.path(0).path("number").asString());
    assertThat(prepared(order, "37.47", Json.object())).isInstanceOf(Prepared.Ready.class);
  }

  @Test
  void anOrderThatComesToSomethingElseThanInTheShopIsHeld() {
    assertThat(fault(ordered(), "37.40").message())
        .contains("comes to 37.47 EUR in Business Central and to 37.40 EUR in the shop");
  }

  @Test
  void whatPeopleLeftForLaterIsHeld() {
    Placed order = ordered();
    world.call("PATCH", "salesOrderLines(" + order.line() + ")", "{\"shipQuantity\":1}");
    assertThat(fault(order, "37.47").message()).contains("only a part of order", "Qty. to Ship");
  }

  @Test
  void anOrderThatWaitsForItsApprovalWaits() {
    Placed order = ordered();
    world.control("orders/" + order.number() + "/review", "{}");
    assertThat(fault(order, "37.47")).isInstanceOf(Fault.Missing.class);
  }

  @Test
  void whereOnlyShippedOrdersAreInvoicedTheOthersWait() {
    connect(settings -> settings.put("invoices", "shipped"));
    Placed order = ordered();
    assertThat(fault(order, "37.47").message()).contains("is not shipped as a whole");
    world.control("orders/" + order.number() + "/ship", "{}");
    assertThat(write(order, order.wanted("37.47"))).isInstanceOf(Outcome.Written.class);
    assertThat(world.truth("shipments")).hasSize(1);
  }

  @Test
  void whatBusinessCentralRefusesIsToldWithTheRemedy() {
    setup("{\"allowPostingFrom\":\"2026-03-16\"}");
    assertThat(held(ordered())).contains("range of allowed posting dates", "Allow Posting From");
    setup(
        "{\"allowPostingFrom\":\"\",\"customers\":[{\"number\":\"WEB-AT\",\"blocked\":\"Ship\"}]}");
    Placed order = ordered();
    setup("{\"customers\":[{\"number\":\"WEB\",\"blocked\":\"Ship\"}]}");
    assertThat(held(order)).contains("is blocked with type", "Take the block off");
  }

  @Test
  void withoutTheRightOrTheSettingTheFlowIsPaused() {
    Placed order = ordered();
    world.twin.deny(ModelJson.parse("{\"unwritable\":[\"salesInvoices\"]}"));
    assertThat(write(order, order.wanted("37.47"))).isInstanceOf(Fault.Forbidden.class);
    connect(settings -> settings.remove("invoices"));
    assertThat(fault(order, "37.47")).isInstanceOf(Fault.Forbidden.class);
  }
}
