package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.Capture;
import dev.kontor.model.EnteredPayment;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.OrderPayment;
import dev.kontor.model.Payment;
import dev.kontor.model.PaymentState;
import dev.kontor.model.PriceBasis;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Payments written through the connector as lines of the twin's payment journal. */
class PaymentToTheCentTest {

  private static final Instant NOON = Instant.parse("2026-03-15T11:00:00Z");

  private final TwinWorld world = new TwinWorld();
  private final Connector connector =
      new BusinessCentralProvider()
          .connect(new Settings("erp", world.settingsJson()), world.toolbox);

  @AfterEach
  void close() {
    connector.close();
    world.close();
  }

  /** Three pieces for 12.49 each, in the ERP with customer WEB. */
  private String ordered() {
    JsonNode made =
        world.call(
            "POST",
            "salesOrders",
            """
            {"customerNumber":"WEB","externalDocumentNumber":"SW-1","pricesIncludeTax":true,"salesOrderLines":[
              {"lineType":"Item","lineObjectNumber":"1000","quantity":3,"unitPrice":12.49}]}""");
    return made.path("id").asString();
  }

  private String invoiced() {
    String id = ordered();
    invoice(id);
    return id;
  }

  private void invoice(String orderId) {
    String number = world.call("GET", "salesOrders(" + orderId + ")", "").path("number").asString();
    world.control("orders/" + number + "/shipAndInvoice", "{}");
  }

  private static OrderPayment paid(String id, @Nullable String amount) {
    return paid("EUR", id, amount);
  }

  private static OrderPayment paid(String currency, String id, @Nullable String amount) {
    Capture capture =
        new Capture(id, NOON, amount == null ? null : new BigDecimal(amount), "CAP-" + id);
    Order order =
        SampleOrder.in(PriceBasis.GROSS)
            .currency(currency)
            .goods("1000", "3", "12.49", "37.47", "19")
            .payment("t", PaymentState.PAID, "37.47", capture)
            .build();
    Payment payment = order.payments().getFirst();
    return new OrderPayment(order, payment, capture);
  }

  private Prepared prepared(OrderPayment paid, String orderId) {
    ObjectNode mapped =
        Json.object()
            .put("orderId", orderId)
            .put("postingDate", "2026-03-15")
            .put("description", "10001 card")
            .put("comment", "CAP-1");
    return writer().prepare(mapped, ModelJson.tree(paid));
  }

  private Writer writer() {
    return connector.writer(EntityType.PAYMENT).orElseThrow();
  }

  private Outcome write(OrderPayment paid, String orderId) {
    JsonNode content = ((Prepared.Ready) prepared(paid, orderId)).content();
    return writer()
        .write(List.of(new Write("k", Write.Action.CREATE, reference(paid), null, content)))
        .getFirst();
  }

  private static String reference(OrderPayment paid) {
    return OrderPayment.reference("SW-1", paid.id());
  }

  private String refused(OrderPayment paid, String orderId) {
    return ((Prepared.Refused) prepared(paid, orderId)).fault().message();
  }

  private JsonNode lines() {
    return world.truth("paymentLines");
  }

  private JsonNode invoice() {
    return world.call("GET", "salesInvoices", "").at("/value/0");
  }

  private List<EnteredPayment> found(OrderPayment paid) {
    return connector
        .reader(EntityType.PAYMENT)
        .orElseThrow()
        .find(new Identity.ExternalReference(reference(paid)))
        .stream()
        .map(d -> ModelJson.mapper().treeToValue(d.content(), EnteredPayment.class))
        .toList();
  }

  @Test
  void aPaymentIsEnteredAppliedToItsInvoiceAndFoundAgainBeforeAndAfterItIsPosted() {
    String order = invoiced();
    OrderPayment whole = paid("c1", "37.47");
    assertThat(found(whole)).isEmpty();
    assertThat(write(whole, order)).isInstanceOf(Outcome.Written.class);
    JsonNode line = lines().path(0);
    assertThat(line.path("amount").decimalValue()).isEqualByComparingTo("-37.47");
    assertThat(line.path("appliesToInvoiceNumber")).isEqualTo(invoice().path("number"));
    assertThat(line.path("externalDocumentNumber").asString()).isEqualTo(reference(whole));
    assertThat(line.path("postingDate").asString()).isEqualTo("2026-03-15");
    assertThat(line.path("comment").asString()).isEqualTo("CAP-1");
    EnteredPayment open = found(whole).getFirst();
    assertThat(open.posted()).isFalse();
    assertThat(open.amount()).isEqualByComparingTo("37.47");
    world.twin.postJournal("SHOP");
    assertThat(invoice().path("status").asString()).isEqualTo("Paid");
    assertThat(found(whole)).hasSize(1);
    EnteredPayment posted = found(whole).getFirst();
    assertThat(posted.posted()).isTrue();
    assertThat(posted.amount()).isEqualByComparingTo("37.47");
    assertThat(posted.reference()).isEqualTo(reference(whole));
  }

  @Test
  void capturesOfOneOrderAreLinesOfTheirOwnUntilTheInvoiceIsPaid() {
    String order = invoiced();
    write(paid("c1", "30.00"), order);
    assertThat(refused(paid("c2", "7.48"), order))
        .contains("leaves 37.47 to pay, 30", "a payment of 7.48 would be too much");
    assertThat(write(paid("c2", "7.47"), order)).isInstanceOf(Outcome.Written.class);
    world.twin.postJournal("SHOP");
    assertThat(invoice().path("status").asString()).isEqualTo("Paid");
    assertThat(refused(paid("c3", "0.01"), order)).contains("would be too much");
  }

  @Test
  void aPaymentThatIsThereAlreadyIsNotTakenForSomebodyElses() {
    String order = invoiced();
    OrderPayment whole = paid("c1", "37.47");
    write(whole, order);
    assertThat(prepared(whole, order)).as("in the journal").isInstanceOf(Prepared.Ready.class);
    world.twin.postJournal("SHOP");
    assertThat(prepared(whole, order)).as("posted meanwhile").isInstanceOf(Prepared.Ready.class);
  }

  @Test
  void aPaymentWaitsForTheInvoiceOfItsOrder() {
    String order = ordered();
    Prepared early = prepared(paid("c1", "37.47"), order);
    assertThat(((Prepared.Refused) early).fault()).isInstanceOf(Fault.Missing.class);
    assertThat(refused(paid("c1", "37.47"), order))
        .contains("is not invoiced yet; the payment is entered as soon as it is");
    invoice(order);
    assertThat(prepared(paid("c1", "37.47"), order)).isInstanceOf(Prepared.Ready.class);
  }

  @Test
  void whatACreditMemoClosedMayStillBePaidAndIsAppliedToNothing() {
    String order = invoiced();
    world.twin.cancelInvoice(invoice().path("number").asString());
    assertThat(refused(paid("c1", "37.47"), order))
        .contains("was cancelled in Business Central, so the payment is applied to nothing");
  }

  @Test
  void moneyThatBusinessCentralWouldTakeForAnotherCurrencyIsHeld() {
    String order = invoiced();
    assertThat(refused(paid("CHF", "c1", "37.47"), order))
        .contains("order 10001 is in CHF", "cannot state the currency of a journal line");
    world.twin.setup(
        ModelJson.parse("{\"customers\":[{\"number\":\"WEB\",\"currencyCode\":\"CHF\"}]}"));
    assertThat(refused(paid("c1", "37.47"), order)).contains("customer WEB is in CHF");
    assertThat(lines()).isEmpty();
  }

  @Test
  void anAmountThatTheShopDoesNotStateIsNotGuessed() {
    assertThat(refused(paid("t-part", null), invoiced()))
        .contains("was paid in part, not how much");
  }

  @Test
  void aReferenceThatDoesNotFitIsToldInsteadOfCut() {
    Write write =
        new Write(
            "k", Write.Action.CREATE, "x".repeat(36), null, Json.object().put("journalId", "j"));
    assertThat(((Fault) writer().write(List.of(write)).getFirst()).message())
        .contains("longer than the 35 characters", "referencePrefix");
  }

  @Test
  void theCheckNamesAJournalThatIsMissingOrCannotBePosted() {
    ObjectNode settings = world.settingsJson();
    settings.set(
        "payments", ModelJson.parse("{\"journal\":\"SHOP\",\"journals\":{\"paypal\":\"pp\"}}"));
    world.call("POST", "customerPaymentJournals", "{\"code\":\"PP\"}");
    try (Connector one =
        new BusinessCentralProvider().connect(new Settings("erp", settings), world.toolbox)) {
      assertThat(one.check())
          .anyMatch(f -> f.problem().contains("journal PP has no balancing account"));
    }
    settings.set("payments", ModelJson.parse("{\"journal\":\"NONE\"}"));
    try (Connector one =
        new BusinessCentralProvider().connect(new Settings("erp", settings), world.toolbox)) {
      assertThat(one.check()).anyMatch(f -> f.problem().contains("names journal NONE"));
    }
  }
}
