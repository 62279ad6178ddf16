package dev.kontor.connector.financeoperations.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.LineKind;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.PriceBasis;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Shipping and fees as charges of the header, in one package with the order. */
class ChargesOnTwinTest {

  private static final JsonNode NOTHING = ModelJson.parse("{}");

  private final ChargesBench bench = new ChargesBench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void anOrderArrivesWithItsChargesToTheCent() {
    Order order = ChargesBench.usual().build();
    JsonNode content = bench.desk.ready(order);
    assertThat(content.path("SalesOrderHeaderCharges"))
        .isEqualTo(
            ModelJson.parse(
                """
                [{"SalesChargeCode": "FRACHT", "ChargeCategory": "Fixed",
                  "FixedChargeAmount": 4.80, "SalesTaxItemGroupCode": "FULL"},
                 {"SalesChargeCode": "FRACHT", "ChargeCategory": "Fixed",
                  "FixedChargeAmount": 1.15, "SalesTaxItemGroupCode": "RED"},
                 {"SalesChargeCode": "NACHNAHME", "ChargeCategory": "Fixed",
                  "FixedChargeAmount": 2.99, "SalesTaxItemGroupCode": "FULL"}]
                """));
    String number = OrderDesk.number(bench.desk.create("SW-1", content));
    assertThat(bench.erp.lines(number))
        .extracting(line -> line.path("ItemNumber").asString())
        .containsExactly("AH-1000", "AH-1005");
    JsonNode header = bench.totals(number);
    assertThat(header.path("OrderTotalChargesAmount").decimalValue()).isEqualByComparingTo("8.94");
    assertThat(header.path("OrderTotalAmount").decimalValue())
        .isEqualByComparingTo(order.total().gross());
    assertThat(header.path("OrderTotalTaxAmount").decimalValue())
        .isEqualByComparingTo(order.total().tax());
    assertThat(header.path("CustomersOrderReference").asString()).isEqualTo("SW-1");
    assertThat(header.path("DeliveryAddressName").asString()).isEqualTo("Ada & \"Söhne\" <Lager>");
    assertThat(header.path("SkipCreateAutoCharges").asString()).isEqualTo("Yes");
  }

  @Test
  void thePackageGoesToItsStoreWithoutTheToken() {
    OrderDesk.number(bench.desk.create("SW-1", bench.ready()));
    HttpRequest put =
        bench.toolbox.calls.stream()
            .filter(call -> call.uri().getPath().startsWith("/blobs/"))
            .findFirst()
            .orElseThrow();
    assertThat(put.method()).isEqualTo("PUT");
    assertThat(put.headers().firstValue("Authorization")).isEmpty();
    assertThat(put.headers().firstValue("x-ms-blob-type")).hasValue("BlockBlob");
  }

  @Test
  void anOrderWithoutChargesIsEnteredAsEver() {
    Order order =
        SampleOrder.in(PriceBasis.GROSS).goods("AH-1000", "1", "59.50", "59.50", "19").build();
    OrderDesk.number(bench.desk.create("SW-2", bench.desk.ready(order)));
    SampleOrder free =
        SampleOrder.in(PriceBasis.GROSS).goods("AH-1000", "1", "59.50", "59.50", "19");
    free.other(LineKind.SHIPPING, free.share("5.95", "19"), free.share("-5.95", "19"));
    OrderDesk.number(bench.desk.create("SW-3", bench.desk.ready(free.build())));
    assertThat(bench.toolbox.called("ImportFromPackage")).isZero();
    assertThat(bench.orders()).hasSize(2);
  }

  @Test
  void aChargesCodeNobodyHasIsNamedAndNothingIsEntered() {
    ObjectNode content = bench.ready().deepCopy().asObject();
    ((ObjectNode) content.path("SalesOrderHeaderCharges").get(2)).put("SalesChargeCode", "NIE");
    assertThat(bench.desk.create("SW-4", content))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            refused -> {
              assertThat(refused.field()).isEqualTo("SalesOrderHeaderCharges[2].SalesChargeCode");
              assertThat(refused.problem()).contains("'NIE'").contains("job kontor-");
            });
    assertThat(bench.orders()).isEmpty();
    // Corrected by a person and sent again: a new import, as the first brought nothing.
    bench.exactlyOne("SW-4", bench.desk.create("SW-4", bench.ready()));
    assertThat(bench.toolbox.called("ImportFromPackage")).isEqualTo(2);
  }

  @Test
  void anItemNobodyHasIsNamedToo() {
    ObjectNode content = bench.ready().deepCopy().asObject();
    ((ObjectNode) content.path("SalesOrderLines").get(1)).put("ItemNumber", "NIE");
    assertThat(bench.desk.create("SW-4", content))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            refused -> assertThat(refused.field()).isEqualTo("SalesOrderLines[1].ItemNumber"));
    assertThat(bench.orders()).isEmpty();
  }

  @Test
  void aChargeTaxedAtAnotherRateIsHeldBeforeAnythingIsWritten() {
    SampleOrder order =
        SampleOrder.in(PriceBasis.GROSS).goods("AH-1000", "1", "59.50", "59.50", "19");
    order.other(LineKind.FEE, order.share("2.14", "7"));
    assertThat(bench.desk.prepared(order.build()))
        .isInstanceOfSatisfying(
            Prepared.Refused.class,
            held ->
                assertThat(held.fault().message())
                    .contains(
                        "lines[1] is taxed with 7 % in the shop and 19 % by item sales tax group"
                            + " FULL"));
    assertThat(bench.toolbox.called("ImportFromPackage")).isZero();
  }

  @Test
  void anotherPriceThanTheEnteredOneTakesTheOrderBack() {
    JsonNode content = bench.ready();
    bench.erp.agree("AH-1000", "\"Price\": 1.00, \"FromQuantity\": 1");
    bench.erp.control("PUT", "settings", "{\"explicitPrice\": \"OVERWRITTEN\"}");
    assertThat(bench.desk.create("SW-12", content))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            held -> assertThat(held.problem()).contains("took the place of the entered price"));
    assertThat(bench.orders()).isEmpty();
  }

  @Test
  void linesAreChangedWhileChargesStayAndOtherChargesAreForAPerson() {
    Order order = ChargesBench.usual().build();
    JsonNode before = bench.desk.ready(order);
    String number = OrderDesk.number(bench.desk.create("SW-13", before));
    assertThat(bench.desk.update("SW-13", number, before, NOTHING))
        .isInstanceOf(Outcome.Written.class);
    SampleOrder more = ChargesBench.usual().goods("AH-1002", "1", "27.94", "27.94", "7");
    JsonNode content = bench.desk.ready(more.build());
    assertThat(bench.desk.update("SW-13", number, content, before))
        .isInstanceOf(Outcome.Written.class);
    assertThat(bench.erp.lines(number)).hasSize(3);

    more.other(LineKind.SHIPPING, more.share("5.00", "19"));
    assertThat(bench.desk.update("SW-13", number, bench.desk.ready(more.build()), content))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            held ->
                assertThat(held.message())
                    .startsWith("SalesOrderHeaderCharges: of order " + number + " are 8.94")
                    .contains("would have to be 13.94 in all"));
    // What was written before is not known: the totals tell, once somebody let them be calculated.
    assertThat(bench.desk.update("SW-13", number, content, null))
        .isInstanceOfSatisfying(
            Fault.Invalid.class, held -> assertThat(held.message()).contains("are unknown"));
    bench.totals(number);
    assertThat(bench.desk.update("SW-13", number, content, null))
        .isInstanceOf(Outcome.Written.class);
    assertThat(bench.desk.write(Write.Action.DELETE, "SW-13", number, NOTHING, null))
        .isInstanceOf(Outcome.Written.class);
    assertThat(bench.orders()).isEmpty();
  }

  @Test
  void chargesThatAreSeenAtOnceAreTheShops() {
    bench.erp.control("PUT", "settings", "{\"totals\": \"ALWAYS\"}");
    bench.exactlyOne("SW-15", bench.desk.create("SW-15", bench.ready()));
  }

  @Test
  void chargesThatCanBeSeenMustBeTheShops() {
    JsonNode content = bench.ready();
    String number = OrderDesk.number(bench.desk.create("SW-14", content));
    bench.erp.control(
        "POST",
        "orders/" + TwinErp.COMPANY + "/" + number + "/charges",
        "{\"charges\": [{\"code\": \"FRACHT\", \"amount\": 9.99, \"itemTaxGroup\": \"FULL\"}]}");
    bench.totals(number);
    assertThat(bench.desk.update("SW-14", number, content, NOTHING))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            held ->
                assertThat(held.message())
                    .startsWith("OrderTotalChargesAmount: is 18.93")
                    .contains("and 8.94 in the shop"));
  }
}
