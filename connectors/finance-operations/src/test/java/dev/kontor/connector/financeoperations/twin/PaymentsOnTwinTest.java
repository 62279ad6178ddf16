package dev.kontor.connector.financeoperations.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.financeoperations.FinanceOperationsProvider;
import dev.kontor.contract.DirectToolbox;
import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.Capture;
import dev.kontor.model.EnteredPayment;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.OrderPayment;
import dev.kontor.model.PriceBasis;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Payments become lines of a journal, each once and never more than the invoices ask. */
class PaymentsOnTwinTest {

  private static final String LINES = "CustomerPaymentJournalLines";
  private static final String OF_THE_JOURNAL = "JournalBatchNumber ne ''";

  /** The payments of the order so far, as its shop shows them. */
  private final Map<String, JsonNode> captured = new LinkedHashMap<>();

  private final TwinErp erp = new TwinErp();
  private final DirectToolbox toolbox = new DirectToolbox(erp.clock, Duration.ofSeconds(20));
  private final Connector connector =
      new FinanceOperationsProvider()
          .connect(
              erp.settings(
                  """
                  {"payments": {"journal": "SHOPZAHL", "journals": {"invoice": "DEBZAHL"}}}"""),
              toolbox);

  @AfterEach
  void close() {
    erp.dials().reset();
    connector.close();
    toolbox.close();
    erp.close();
  }

  private Writer writer() {
    return connector.writer(EntityType.PAYMENT).orElseThrow();
  }

  private JsonNode invoice(String order, String lines) {
    return erp.control("POST", "orders/" + TwinErp.COMPANY + "/" + order + "/invoice", lines);
  }

  private Prepared prepared(String order, String method, String id, BigDecimal amount) {
    Order sold =
        SampleOrder.in(PriceBasis.GROSS)
            .goods("AH-1000", "2", "17.35", "34.70", "19")
            .paid("34.70")
            .build();
    var payment = sold.payments().getFirst();
    Capture capture = new Capture(id, Instant.parse("2026-11-20T23:30:00Z"), amount, "pay_42");
    var by =
        new dev.kontor.model.Payment(
            id,
            method,
            payment.state(),
            amount,
            amount,
            BigDecimal.ZERO,
            List.of(capture),
            "pay_42");
    OrderPayment paid = new OrderPayment(sold, by, capture);
    ObjectNode mapped = ModelJson.mapper().createObjectNode();
    mapped
        .put("SalesOrderNumber", order)
        .put("TransactionDate", "2026-11-21")
        .put("TransactionText", "10001 " + method)
        .put("PaymentNotes", "pay_42");
    ObjectNode model = (ObjectNode) ModelJson.tree(paid);
    ArrayNode payments = ((ObjectNode) model.path("order")).putArray("payments");
    captured.put(id, model.path("payment"));
    captured.values().forEach(payments::add);
    return writer().prepare(mapped, model);
  }

  private Outcome write(Prepared prepared, String reference) {
    JsonNode content = ((Prepared.Ready) prepared).content();
    return writer()
        .write(List.of(new Write("k", Write.Action.CREATE, reference, null, content)))
        .getFirst();
  }

  private static Fault refused(Prepared prepared) {
    return ((Prepared.Refused) prepared).fault();
  }

  private EnteredPayment found(String reference) {
    List<Document> found =
        connector
            .reader(EntityType.PAYMENT)
            .orElseThrow()
            .find(new Identity.ExternalReference(reference));
    assertThat(found).hasSize(1);
    return ModelJson.mapper().treeToValue(found.getFirst().content(), EnteredPayment.class);
  }

  @Test
  void aPaymentWaitsForItsInvoiceIsEnteredAndSettlesItWhenPeoplePostTheJournal() {
    String order = erp.order("MG-1", "a shirt");
    assertThat(refused(prepared(order, "klarna", "p", BigDecimal.TEN)))
        .isInstanceOf(Fault.Missing.class)
        .extracting(Fault::message)
        .asString()
        .contains("is not invoiced yet");
    JsonNode invoice = invoice(order, "{\"all\": true}");
    BigDecimal amount = invoice.path("amount").decimalValue();
    String number = invoice.path("invoice").asString();
    assertThat(write(prepared(order, "klarna", "p", amount), "MG-1/p"))
        .isInstanceOf(Outcome.Written.class);
    assertThat(found("MG-1/p")).isEqualTo(new EnteredPayment("MG-1/p", false, amount, number));
    JsonNode line = erp.rows(LINES, OF_THE_JOURNAL).getFirst();
    assertThat(line.path("AccountDisplayValue").asString()).isEqualTo(TwinErp.CUSTOMER);
    assertThat(line.path("TransactionDate").asString()).startsWith("2026-11-21");
    String journal = line.path("JournalBatchNumber").asString();
    erp.control("POST", "journals/" + TwinErp.COMPANY + "/" + journal + "/post", "{}");
    assertThat(found("MG-1/p").posted()).isTrue();
    JsonNode owed = erp.rows("CustTransactions", "Invoice eq '" + number + "'").getFirst();
    assertThat(owed.path("SettleAmountCur").decimalValue()).isEqualByComparingTo(amount);
  }

  @Test
  void paymentsOfADayShareAJournalUntilItIsPostedAndEachMethodHasItsOwn() {
    for (String method : List.of("klarna", "paypal", "invoice")) {
      String order = erp.order("MG-" + method, "a shirt");
      BigDecimal amount = invoice(order, "{\"all\": true}").path("amount").decimalValue();
      write(prepared(order, method, "p", amount), "MG-" + method + "/p");
    }
    List<String> journals =
        erp.rows(LINES, OF_THE_JOURNAL).stream()
            .map(line -> line.path("JournalBatchNumber").asString())
            .toList();
    assertThat(journals.get(0)).isEqualTo(journals.get(1)).isNotEqualTo(journals.get(2));
    erp.control("POST", "journals/" + TwinErp.COMPANY + "/" + journals.getFirst() + "/post", "{}");
    String order = erp.order("MG-late", "a shirt");
    BigDecimal amount = invoice(order, "{\"all\": true}").path("amount").decimalValue();
    assertThat(write(prepared(order, "klarna", "p", amount), "MG-late/p"))
        .isInstanceOf(Outcome.Written.class);
    assertThat(found("MG-late/p").posted()).isFalse();
  }

  @Test
  void moreThanTheInvoicesAskIsHeldAndThePaymentThatIsThereIsNotTakenForAnothers() {
    String order = erp.order("MG-1", "a shirt");
    BigDecimal amount = invoice(order, "{\"all\": true}").path("amount").decimalValue();
    write(prepared(order, "klarna", "p", amount), "MG-1/p");
    assertThat(prepared(order, "klarna", "p", amount)).isInstanceOf(Prepared.Ready.class);
    assertThat(refused(prepared(order, "klarna", "q", new BigDecimal("0.01"))).message())
        .contains("would be too much", amount.toPlainString());
  }

  @Test
  void ofAnOrderInvoicedInPartTheRestIsWaitedForAndThenTwoInvoicesArePaidByHand() {
    String order = erp.order("MG-1", "a shirt");
    String half = "{\"lines\": [{\"line\": 1, \"quantity\": 1}], \"all\": true}";
    BigDecimal first = invoice(order, half).path("amount").decimalValue();
    assertThat(prepared(order, "klarna", "p", first)).isInstanceOf(Prepared.Ready.class);
    BigDecimal both = first.add(first);
    assertThat(refused(prepared(order, "klarna", "p", both)))
        .isInstanceOf(Fault.Missing.class)
        .extracting(Fault::message)
        .asString()
        .contains("is invoiced in part only");
    invoice(order, "{\"all\": true}");
    Prepared.Ready ready = (Prepared.Ready) prepared(order, "klarna", "p", both);
    assertThat(ready.notes().toString()).contains("the order has 2 invoices");
    String reference = OrderPayment.reference("MG-1", "p");
    assertThat(write(ready, reference)).isInstanceOf(Outcome.Written.class);
    assertThat(found(reference).invoiceNumber()).isNull();
    assertThat(prepared(order, "klarna", "p", both)).isInstanceOf(Prepared.Ready.class);
    assertThat(refused(prepared(order, "klarna", "q", first)).message())
        .contains("would be too much", "payments of " + both.toPlainString());
  }

  @Test
  void anAnswerThatIsLostDoesNotHideTheLine() {
    String order = erp.order("MG-1", "a shirt");
    BigDecimal amount = invoice(order, "{\"all\": true}").path("amount").decimalValue();
    Prepared ready = prepared(order, "klarna", "p", amount);
    erp.dials().only("/data", "POST").set("dropAnswerProbability", 1);
    assertThat(write(ready, "MG-1/p")).isInstanceOf(Fault.OutcomeUnknown.class);
    erp.dials().reset();
    // The journal was made, the line not tried: the answer to the journal was lost.
    assertThat(erp.rows(LINES, OF_THE_JOURNAL)).isEmpty();
    assertThat(write(ready, "MG-1/p")).isInstanceOf(Outcome.Written.class);
    assertThat(erp.rows("CustomerPaymentJournalHeaders", OF_THE_JOURNAL)).hasSize(1);
  }

  @Test
  void aJournalNameThatIsNotThereIsNamed() {
    Connector other =
        new FinanceOperationsProvider()
            .connect(erp.settings("{\"payments\": {\"journal\": \"NIE\"}}"), toolbox);
    String order = erp.order("MG-1", "a shirt");
    BigDecimal amount = invoice(order, "{\"all\": true}").path("amount").decimalValue();
    JsonNode content = ((Prepared.Ready) prepared(order, "klarna", "p", amount)).content();
    ObjectNode wrong = content.deepCopy().asObject().put("journal", "NIE");
    Outcome outcome =
        other
            .writer(EntityType.PAYMENT)
            .orElseThrow()
            .write(List.of(new Write("k", Write.Action.CREATE, "MG-1/p", null, wrong)))
            .getFirst();
    assertThat(((Fault) outcome).message()).contains("NIE");
    other.close();
  }
}
