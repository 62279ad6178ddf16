package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.OrderRefund;
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
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Refunds written through the connector as credit memos of invoices that the twin posted. */
class RefundToTheCentTest {

  private final TwinWorld world = new TwinWorld();
  private boolean restock;
  private Connector connector = connect("post");

  private Connector connect(String how) {
    return new BusinessCentralProvider()
        .connect(new Settings("erp", settings().put("creditMemos", how)), world.toolbox);
  }

  private ObjectNode settings() {
    return world.settingsJson().put("refundRestock", restock);
  }

  @AfterEach
  void close() {
    connector.close();
    world.close();
  }

  /** In the ERP under that reference, with customer WEB. */
  private String ordered(String reference, String price) {
    JsonNode made =
        world.call(
            "POST",
            "salesOrders",
            """
            {"customerNumber":"WEB","externalDocumentNumber":"%s","pricesIncludeTax":true,"salesOrderLines":[
              {"lineType":"Item","lineObjectNumber":"1000","quantity":3,"unitPrice":%s}]}"""
                .formatted(reference, price));
    return made.path("id").asString();
  }

  private void invoiced(String orderId) {
    String number = world.call("GET", "salesOrders(" + orderId + ")", "").path("number").asString();
    world.control("orders/" + number + "/shipAndInvoice", "{}");
  }

  private static OrderRefund refund(String price, String amount) {
    return refund(price, amount, "r1");
  }

  private static OrderRefund refund(String price, String amount, String id) {
    String whole = new BigDecimal(price).multiply(BigDecimal.valueOf(3)).toPlainString();
    Order order =
        SampleOrder.in(PriceBasis.GROSS)
            .goods("1000", "3", price, whole, "19")
            .paid(whole)
            .refund(id, amount)
            .build();
    return new OrderRefund(order, order.refunds().getFirst());
  }

  private Prepared prepared(OrderRefund refund, String orderId) {
    ObjectNode mapped = Json.object().put("customerNumber", "WEB").put("orderId", orderId);
    JsonNode model = ModelJson.tree(refund);
    mapped.set(CreditMemoPreparation.LINES, CreditLines.apply(List.of(model, settings())));
    return writer().prepare(mapped, model);
  }

  private Writer writer() {
    return connector.writer(EntityType.CREDIT_MEMO).orElseThrow();
  }

  private Outcome write(Prepared prepared) {
    return write(prepared, "SW-1/r1");
  }

  private Outcome write(Prepared prepared, String reference) {
    JsonNode content = ((Prepared.Ready) prepared).content();
    return writer()
        .write(List.of(new Write("k", Write.Action.CREATE, reference, null, content)))
        .getFirst();
  }

  @Test
  void theCreditMemoHasTheDimensionsOfItsOrder() {
    connector.close();
    ObjectNode settings = settings().put("creditMemos", "draft");
    settings.putObject("dimensions").put("KANAL", "SHOP");
    connector = new BusinessCentralProvider().connect(new Settings("erp", settings), world.toolbox);
    String order = ordered("SW-1", "12.49");
    invoiced(order);
    assertThat(write(prepared(refund("12.49", "37.47"), order)))
        .isInstanceOf(Outcome.Written.class);
    String lines = "salesCreditMemos(" + memo().path("id").asString() + ")/dimensionSetLines";
    assertThat(world.call("GET", lines, "").at("/value/0/valueCode").asString()).isEqualTo("SHOP");
  }

  private JsonNode memo() {
    return memo("SW-1/r1");
  }

  private JsonNode memo(String reference) {
    String path = "salesCreditMemos?$filter=externalDocumentNumber eq '" + reference + "'";
    return world.call("GET", path, "").path("value").path(0);
  }

  @Test
  void everyAmountThatCanBeGivenBackIsCreditedToTheCent() {
    int count = 0;
    for (String amount : List.of("37.47", "12.49", "12.48", "0.01", "29.99", "37.46")) {
      String order = ordered("SW-" + ++count, "12.49");
      invoiced(order);
      assertThat(write(prepared(refund("12.49", amount), order), "SW-" + count + "/r1"))
          .as(amount)
          .isInstanceOf(Outcome.Written.class);
      JsonNode memo = memo("SW-" + count + "/r1");
      assertThat(memo.path("totalAmountIncludingTax").decimalValue())
          .as(amount)
          .isEqualByComparingTo(amount);
      assertThat(memo.path("status").asString()).isEqualTo("Paid");
      assertThat(memo.path("invoiceNumber").asString()).isNotEmpty();
    }
  }

  @Test
  void anAmountOnlyOfAnOrderWithTwoRatesIsCreditedAtBothIfSoSet() {
    JsonNode made =
        world.call(
            "POST",
            "salesOrders",
            """
            {"customerNumber":"WEB","externalDocumentNumber":"SW-1","pricesIncludeTax":true,"salesOrderLines":[
              {"lineType":"Item","lineObjectNumber":"1000","quantity":3,"unitPrice":59.90},
              {"lineType":"Item","lineObjectNumber":"1002","quantity":2,"unitPrice":29.90}]}""");
    String id = made.path("id").asString();
    invoiced(id);
    Order order =
        SampleOrder.in(PriceBasis.GROSS)
            .goods("1000", "3", "59.90", "179.70", "19")
            .goods("1002", "2", "29.90", "59.80", "7")
            .paid("239.50")
            .refund("r1", "10.00")
            .build();
    OrderRefund refund = new OrderRefund(order, order.refunds().getFirst());
    ObjectNode settings = settings().put("creditMemos", "post").put("refundRest", "proportional");
    connector.close();
    connector = new BusinessCentralProvider().connect(new Settings("erp", settings), world.toolbox);
    ObjectNode mapped = Json.object().put("customerNumber", "WEB").put("orderId", id);
    JsonNode model = ModelJson.tree(refund);
    mapped.set(CreditMemoPreparation.LINES, CreditLines.apply(List.of(model, settings)));
    assertThat(write(writer().prepare(mapped, model))).isInstanceOf(Outcome.Written.class);
    assertThat(memo().path("totalAmountIncludingTax").decimalValue()).isEqualByComparingTo("10.00");
    // 7.50 at 19 % and 2.50 at 7 %.
    assertThat(memo().path("totalTaxAmount").decimalValue()).isEqualByComparingTo("1.36");
  }

  @Test
  void goodsComeBackToStockOnlyWhereThatIsSo() {
    for (boolean back : List.of(false, true)) {
      restock = back;
      connector.close();
      connector = connect("post");
      String reference = "SW-" + back;
      String order = ordered(reference, "12.49");
      invoiced(order);
      BigDecimal before = onHand();
      write(prepared(refund("12.49", "37.47"), order), reference + "/r1");
      assertThat(memo(reference + "/r1").path("totalAmountIncludingTax").decimalValue())
          .isEqualByComparingTo("37.47");
      assertThat(onHand().subtract(before)).isEqualByComparingTo(back ? "3" : "0");
    }
  }

  private BigDecimal onHand() {
    return world
        .call("GET", "items?$filter=number eq '1000'", "")
        .at("/value/0/inventory")
        .decimalValue();
  }

  @Test
  void aRefundWaitsForTheInvoiceAndThenStillStandsAlone() {
    String order = ordered("SW-1", "12.49");
    Prepared early = prepared(refund("12.49", "12.49"), order);
    assertThat(((Prepared.Refused) early).fault())
        .isInstanceOf(Fault.Missing.class)
        .extracting(Fault::message)
        .asString()
        .contains("is not invoiced yet");
    invoiced(order);
    assertThat(prepared(refund("12.49", "12.49"), order)).isInstanceOf(Prepared.Ready.class);
  }

  @Test
  void ofAnOrderThatIsInvoicedInPartOnlyTheRestIsWaitedFor() {
    String order = ordered("SW-1", "12.49");
    String number = world.call("GET", "salesOrders(" + order + ")", "").path("number").asString();
    world.control(
        "orders/" + number + "/shipAndInvoice",
        "{\"lines\":[{\"sequence\":10000,\"quantity\":1}]}");
    assertThat(((Prepared.Refused) prepared(refund("12.49", "20.00"), order)).fault())
        .isInstanceOf(Fault.Missing.class)
        .extracting(Fault::message)
        .asString()
        .contains("is invoiced in part only");
  }

  /** Invoiced a piece, then the other two. */
  private List<JsonNode> invoicedTwice(String order) {
    String number = world.call("GET", "salesOrders(" + order + ")", "").path("number").asString();
    world.control(
        "orders/" + number + "/shipAndInvoice",
        "{\"lines\":[{\"sequence\":10000,\"quantity\":1}]}");
    world.control("orders/" + number + "/shipAndInvoice", "{}");
    return world
        .call("GET", "salesInvoices?$orderby=number", "")
        .path("value")
        .valueStream()
        .toList();
  }

  @Test
  void ofSeveralInvoicesItAppliesToTheOneThatHasSoMuchOpen() {
    String order = ordered("SW-1", "12.49");
    String large = invoicedTwice(order).getLast().path("number").asString();
    assertThat(write(prepared(refund("12.49", "20.00"), order)))
        .isInstanceOf(Outcome.Written.class);
    assertThat(memo().path("totalAmountIncludingTax").decimalValue()).isEqualByComparingTo("20.00");
    assertThat(memo().path("invoiceNumber").asString("")).isEqualTo(large);
    assertThat(((Prepared.Refused) prepared(refund("12.49", "37.47", "r2"), order)).fault())
        .as("what is left of both")
        .extracting(Fault::message)
        .asString()
        .contains("what was invoiced (", "would be too much");
  }

  @Test
  void whereSeveralInvoicesWouldDoItNamesThemByItsReferenceOnly() {
    for (String amount : List.of("5.00", "37.47")) {
      String reference = "SW-" + amount;
      String order = ordered(reference, "12.49");
      invoicedTwice(order);
      Prepared prepared = prepared(refund("12.49", amount), order);
      assertThat(((Prepared.Ready) prepared).notes().toString())
          .contains("the order has 2 invoices");
      assertThat(write(prepared, reference + "/r1")).isInstanceOf(Outcome.Written.class);
      assertThat(memo(reference + "/r1").path("invoiceNumber").asString("")).isEmpty();
      assertThat(memo(reference + "/r1").path("totalAmountIncludingTax").decimalValue())
          .isEqualByComparingTo(amount);
    }
  }

  @Test
  void anOrderThatWasDeletedWithoutAnInvoiceHasNothingToCredit() {
    String order = ordered("SW-1", "12.49");
    world.call("DELETE", "salesOrders(" + order + ")", "");
    assertThat(((Prepared.Refused) prepared(refund("12.49", "12.49"), order)).fault().message())
        .contains("was deleted in Business Central and never invoiced");
  }

  @Test
  void ofAPaidInvoiceTheCreditMemoStaysOpenAndNamesItByReferenceOnly() {
    String order = ordered("SW-1", "12.49");
    invoiced(order);
    JsonNode invoice = world.call("GET", "salesInvoices", "").at("/value/0");
    world.twin.pay(invoice.path("number").asString(), new BigDecimal("37.47"));
    assertThat(write(prepared(refund("12.49", "37.47"), order)))
        .isInstanceOf(Outcome.Written.class);
    assertThat(memo().path("status").asString()).isEqualTo("Open");
    assertThat(memo().path("invoiceNumber").asString("")).isEmpty();
  }

  @Test
  void aDraftOfACallThatWasNeverAnsweredIsPostedNotDoubled() {
    String order = ordered("SW-1", "12.49");
    invoiced(order);
    Prepared prepared = prepared(refund("12.49", "37.47"), order);
    connector.close();
    connector = connect("draft");
    write(prepared);
    assertThat(memo().path("status").asString()).isEqualTo("Draft");
    assertThat(found()).as("a draft is what was wanted").hasSize(1);
    connector.close();
    connector = connect("post");
    assertThat(found()).as("its posting was never answered").isEmpty();
    assertThat(write(prepared)).isInstanceOf(Outcome.Written.class);
    assertThat(memo().path("status").asString()).isEqualTo("Paid");
    assertThat(found()).hasSize(1);
    assertThat(world.call("GET", "salesCreditMemos", "").path("value")).hasSize(1);
  }

  private List<?> found() {
    return connector
        .reader(EntityType.CREDIT_MEMO)
        .orElseThrow()
        .find(new Identity.ExternalReference("SW-1/r1"));
  }

  @Test
  void anotherRefundOfTheSameMoneyIsHeld() {
    String order = ordered("SW-1", "12.49");
    invoiced(order);
    write(prepared(refund("12.49", "37.47"), order));
    assertThat(((Prepared.Refused) prepared(refund("12.49", "37.47"), order)).fault().message())
        .contains("would be too much");
  }

  @Test
  void aCustomerWhosePricesIncludeTaxIsToldAndLeavesNoDraft() {
    String order = ordered("SW-1", "12.49");
    invoiced(order);
    world.twin.setup(
        ModelJson.parse("{\"customers\":[{\"number\":\"WEB\",\"pricesIncludeTax\":true}]}"));
    Outcome held = write(prepared(refund("12.49", "37.47"), order));
    assertThat(((Fault) held).message()).contains("has Prices Including VAT on");
    assertThat(world.call("GET", "salesCreditMemos", "").path("value")).isEmpty();
  }
}
