package dev.kontor.connector.financeoperations.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.DirectToolbox;
import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.EntityType;
import dev.kontor.model.LineKind;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.OrderProgress;
import dev.kontor.model.PriceBasis;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The life of orders in the twin: entered, lost and found, changed, cancelled, delivered. */
class OrderEntryOnTwinTest {

  private final TwinErp erp = new TwinErp();
  private final DirectToolbox toolbox = new DirectToolbox(erp.clock, Duration.ofSeconds(20));
  private final OrderDesk desk =
      new OrderDesk(erp.settings(), "{\"shippingLine\": {\"item\": \"AH-9000\"}}", toolbox);

  @AfterEach
  void close() {
    erp.dials().reset();
    desk.close();
    toolbox.close();
    erp.close();
  }

  /** Two articles of 19 and 7 %, one by the hundred, with a promotion and shipping. */
  private static SampleOrder usual() {
    SampleOrder order = SampleOrder.in(PriceBasis.GROSS);
    return order
        .goods("AH-1000", "3", "59.50", "178.50", "19")
        .goods("AH-1005", "7", "5.90", "41.30", "7")
        .other(LineKind.PROMOTION, order.share("-11.90", "19"), order.share("-1.07", "7"))
        .other(LineKind.SHIPPING, order.share("5.95", "19"));
  }

  private String entered(String reference, Order order) {
    return OrderDesk.number(desk.create(reference, desk.ready(order)));
  }

  private JsonNode header(String number) {
    return erp.rows("SalesOrderHeadersV2", "SalesOrderNumber eq '" + number + "'").getFirst();
  }

  private JsonNode totals(String number) {
    erp.control("POST", "orders/" + TwinErp.COMPANY + "/" + number + "/totals", "{}");
    return header(number);
  }

  @Test
  void whatTheErpComputesIsTheShopsToTheCent() {
    Order order = usual().build();
    JsonNode header = totals(entered("SW-1", order));
    assertThat(header.path("OrderTotalAmount").decimalValue())
        .isEqualByComparingTo(order.total().gross());
    assertThat(header.path("OrderTotalTaxAmount").decimalValue())
        .isEqualByComparingTo(order.total().tax());
    assertThat(header.path("CustomersOrderReference").asString()).isEqualTo("SW-1");
    assertThat(header.path("DeliveryAddressCity").asString()).isEqualTo("Berlin");
  }

  @Test
  void netOrdersAreTheShopsToTheCentToo() {
    SampleOrder sample = SampleOrder.in(PriceBasis.NET);
    sample
        .goods("AH-1000", "3", "49.99", "149.97", "19")
        .goods("AH-1003", "1", "16.79", "16.79", "19")
        .goods("AH-1002", "2", "27.94", "55.88", "7");
    Order order = sample.build();
    JsonNode header = totals(entered("SW-2", order));
    assertThat(header.path("OrderTotalAmount").decimalValue())
        .isEqualByComparingTo(order.total().gross());
    assertThat(header.path("OrderTotalTaxAmount").decimalValue())
        .isEqualByComparingTo(order.total().tax());
  }

  @Test
  void aLineWhoseAnswerIsLostTakesTheOrderBackAndNothingComesLater() {
    JsonNode content = desk.ready(usual().build());
    erp.dials()
        .only("/data/SalesOrderLinesV3", "POST")
        .set("lateCommitProbability", 1)
        .set("lateCommitMs", 10);
    assertThat(desk.write(Write.Action.CREATE, "SW-3", null, content, null))
        .isInstanceOf(Fault.Unavailable.class);
    erp.control("POST", "settle", "{}");
    erp.dials().reset();
    assertThat(desk.found("SW-3")).isEmpty();
    assertThat(erp.rows("SalesOrderLinesV3", "SalesOrderNumber ne ''")).isEmpty();
  }

  @Test
  void anOrderThatLacksALineIsCompletedOnceNoneCanStillCome() {
    Order order = usual().build();
    JsonNode content = desk.ready(order);
    String number = entered("SW-3", order);
    int lines = erp.lines(number).size();
    erp.remove(erp.lines(number).getLast());

    JsonNode nothing = ModelJson.parse("{}");
    assertThat(desk.write(Write.Action.UPDATE, "SW-3", number, content, nothing))
        .isInstanceOf(Fault.Throttled.class);
    erp.clock.advance(Duration.ofMinutes(21));
    for (int i = 0; i < 2; i++) {
      assertThat(desk.write(Write.Action.UPDATE, "SW-3", number, content, nothing))
          .isInstanceOf(Outcome.Written.class);
      assertThat(erp.lines(number)).hasSize(lines);
    }
    assertThat(totals(number).path("OrderTotalAmount").decimalValue())
        .isEqualByComparingTo(order.total().gross());
  }

  @Test
  void anOrderWithARefusedLineLeavesNothing() {
    ObjectNode content = desk.ready(usual().build()).deepCopy().asObject();
    ((ObjectNode) content.path("SalesOrderLines").get(2)).put("ItemNumber", "NIE");
    assertThat(desk.write(Write.Action.CREATE, "SW-4", null, content, null))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            invalid -> assertThat(invalid.field()).isEqualTo("SalesOrderLines[2].ItemNumber"));
    assertThat(desk.found("SW-4")).isEmpty();
    assertThat(erp.rows("SalesOrderLinesV3", "LineAmount gt 0")).isEmpty();
  }

  @Test
  void aChangedOrderIsChangedAndAConfirmedOneHeld() {
    Order order = usual().build();
    String number = entered("SW-5", order);
    JsonNode before = desk.ready(order);
    Order other =
        SampleOrder.in(PriceBasis.GROSS)
            .goods("AH-1000", "1", "59.50", "59.50", "19")
            .goods("AH-1003", "2", "19.98", "39.96", "19")
            .build();
    assertThat(desk.write(Write.Action.UPDATE, "SW-5", number, desk.ready(other), before))
        .isInstanceOf(Outcome.Written.class);
    assertThat(erp.lines(number))
        .extracting(line -> line.path("ItemNumber").asString())
        .containsExactlyInAnyOrder("AH-1000", "AH-1003");
    assertThat(totals(number).path("OrderTotalAmount").decimalValue())
        .isEqualByComparingTo("99.46");
    erp.confirm(number);
    assertThat(desk.write(Write.Action.UPDATE, "SW-5", number, before, desk.ready(other)))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            held -> assertThat(held.problem()).contains("is Confirmed in Finance & Operations"));
  }

  @Test
  void aCancelledOrderIsGoneAndCancellingItAgainIsNothing() {
    String number = entered("SW-6", usual().build());
    JsonNode nothing = ModelJson.parse("{}");
    assertThat(desk.write(Write.Action.DELETE, "SW-6", number, nothing, null))
        .isInstanceOf(Outcome.Written.class);
    assertThat(desk.found("SW-6")).isEmpty();
    assertThat(desk.write(Write.Action.DELETE, "SW-6", number, nothing, null))
        .isInstanceOf(Outcome.Written.class);
  }

  @Test
  void aDeliveredOrderIsNotCancelledAndItsParcelIsTold() {
    String number = entered("SW-7", usual().build());
    String order = "orders/" + TwinErp.COMPANY + "/" + number;
    erp.confirm(number);
    erp.control("POST", order + "/pack", "{\"tracking\": [{\"number\": \"Z1\"}]}");
    assertThat(desk.write(Write.Action.DELETE, "SW-7", number, ModelJson.parse("{}"), null))
        .isInstanceOf(Fault.Invalid.class);
    OrderProgress progress = progress(number);
    assertThat(progress.state()).isEqualTo(OrderProgress.State.SHIPPED);
    assertThat(progress.shipments().getFirst().trackingCodes()).containsExactly("Z1");
    assertThat(progress.shipments().getFirst().lines())
        .extracting(line -> line.sku())
        .contains("AH-1000", "AH-1005")
        .doesNotContain("AH-9000");
    erp.control("POST", order + "/invoice", "{}");
    assertThat(progress(number).state()).isEqualTo(OrderProgress.State.COMPLETED);
    assertThat(desk.found("SW-7")).hasSize(1);
  }

  private OrderProgress progress(String number) {
    Document document =
        desk.connector
            .reader(EntityType.ORDER_PROGRESS)
            .orElseThrow()
            .find(new Identity.NativeId(number))
            .getFirst();
    return ModelJson.mapper()
        .treeToValue(Objects.requireNonNull(document.content()), OrderProgress.class);
  }

  @Test
  void theServiceUserWithoutARightPausesTheFlowAndLeavesNothing() {
    JsonNode content = desk.ready(usual().build());
    erp.control("PUT", "roles", "{\"unwritable\": [\"SalesOrderLinesV3\"]}");
    assertThat(desk.write(Write.Action.CREATE, "SW-8", null, content, null))
        .isInstanceOf(Fault.Forbidden.class);
    assertThat(desk.found("SW-8")).isEmpty();
  }

  @Test
  void aCustomerIsFoundAsItWasMade() {
    Writer customers = desk.connector.writer(EntityType.CUSTOMER).orElseThrow();
    ObjectNode content =
        ModelJson.mapper()
            .createObjectNode()
            .put("PartyType", "Organization")
            .put("OrganizationName", "Berghütte GmbH")
            .put("TaxExemptNumber", "DE811234567")
            .put("PrimaryContactEmail", "einkauf@berghuette.example")
            .put("AddressStreet", "Talweg 3")
            .put("AddressZipCode", "89073")
            .put("AddressCity", "Ulm")
            .put("AddressCountryRegionId", "DEU");
    JsonNode model = ModelJson.tree(SampleOrder.in(PriceBasis.GROSS).build().customer());
    Prepared prepared = customers.prepare(content, model);
    Outcome made =
        customers
            .write(
                List.of(
                    new Write(
                        "k", Write.Action.CREATE, "", null, ((Prepared.Ready) prepared).content())))
            .getFirst();
    assertThat(made).isInstanceOf(Outcome.Written.class);
    for (String key : List.of("vat:DE811234567", "email:einkauf@berghuette.example")) {
      assertThat(
              desk.connector
                  .reader(EntityType.CUSTOMER)
                  .orElseThrow()
                  .find(new Identity.Match(key)))
          .as(key)
          .extracting(Document::id)
          .containsExactly(((Outcome.Written) made).id());
    }
  }

  @Test
  void anOrderForNobodyIsRefusedBeforeAnythingIsWritten() {
    assertThat(desk.prepared(usual().build(), "NIEMAND")).isInstanceOf(Prepared.Refused.class);
    assertThat(erp.rows("SalesOrderHeadersV2", "SalesOrderNumber ne ''")).isEmpty();
  }
}
