package dev.kontor.connector.financeoperations.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.financeoperations.FinanceOperationsProvider;
import dev.kontor.contract.DirectToolbox;
import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.CreditMemo;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.OrderProgress;
import dev.kontor.model.OrderRefund;
import dev.kontor.model.PriceBasis;
import dev.kontor.model.RefundLine;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the shop gave back becomes an order below zero, once the order is invoiced. */
class RefundsOnTwinTest {

  private static final String SETTINGS =
      """
      {"refundRestock": true, "refundLine": {"item": "AH-9000"}, "reservation": "Automatic"}
      """;

  private final TwinErp erp = new TwinErp();
  private final DirectToolbox toolbox = new DirectToolbox(erp.clock, Duration.ofSeconds(20));
  private final Connector connector =
      new FinanceOperationsProvider().connect(erp.settings(SETTINGS), toolbox);
  private final String number = erp.order("SW-1", "Hemd");

  @AfterEach
  void stop() {
    erp.dials().reset();
    connector.close();
    toolbox.close();
    erp.close();
  }

  private Writer writer() {
    return connector.writer(EntityType.CREDIT_MEMO).orElseThrow();
  }

  /** Two pieces at 17.35 and 19 %, of which {@code pieces} come back. */
  private static OrderRefund refund(String pieces, String amount, String... before) {
    SampleOrder orders =
        SampleOrder.in(PriceBasis.NET).goods("AH-1000", "2", "17.35", "34.70", "19").paid("41.29");
    for (String earlier : before) {
      orders = orders.refund("r" + earlier, earlier);
    }
    RefundLine part =
        new RefundLine(
            "l0",
            new BigDecimal(pieces),
            orders.share("17.35", "19").amount(),
            List.of(orders.share("17.35", "19")));
    Order order = orders.refund("last", amount, part).build();
    return new OrderRefund(order, order.refunds().getLast());
  }

  private Prepared prepared(OrderRefund refund) {
    ObjectNode mapped = ModelJson.mapper().createObjectNode();
    mapped
        .put("OrderingCustomerAccountNumber", TwinErp.CUSTOMER)
        .put("orderId", number)
        .put("CurrencyCode", "EUR")
        .put("ArePricesIncludingSalesTax", "No");
    mapped.set(
        "SalesOrderLines",
        Objects.requireNonNull(new FinanceOperationsProvider().functions().get("creditLines"))
            .apply(List.of(ModelJson.tree(refund), ModelJson.parse(SETTINGS))));
    return writer()
        .prepareAll(List.of(new Writer.Draft(mapped, ModelJson.tree(refund))))
        .getFirst();
  }

  private static String reference() {
    return OrderRefund.reference("SW-1", "last");
  }

  private Outcome write() {
    JsonNode content = ((Prepared.Ready) prepared(refund("1", "20.65"))).content();
    return writer()
        .write(List.of(new Write("k", Write.Action.CREATE, reference(), null, content)))
        .getFirst();
  }

  private void invoice() {
    erp.control("POST", "orders/demf/" + number + "/invoice", "{\"all\": true}");
  }

  private List<JsonNode> credits() {
    return erp.rows("SalesOrderHeadersV2", "CustomersOrderReference eq '" + reference() + "'");
  }

  @Test
  void itWaitsForTheInvoice() {
    assertThat(prepared(refund("1", "20.65")))
        .asInstanceOf(InstanceOfAssertFactories.type(Prepared.Refused.class))
        .satisfies(
            refused -> {
              assertThat(refused.fault()).isInstanceOf(Fault.Missing.class);
              assertThat(refused.fault().message()).contains("not invoiced yet");
            });
  }

  @Test
  void theCreditNoteThatPeoplePostIsTheRefundToTheCent() {
    invoice();
    String credit = ((Outcome.Written) write()).id();
    assertThat(credits().getFirst().path("IsSalesProcessingStopped").asString()).isEqualTo("No");
    JsonNode line = erp.lines(credit).getFirst();
    assertThat(line.path("OrderedSalesQuantity").decimalValue()).isEqualByComparingTo("-1");
    erp.control("POST", "orders/demf/" + credit + "/invoice", "{\"all\": true}");
    OrderProgress progress =
        ModelJson.mapper()
            .treeToValue(
                Objects.requireNonNull(
                    connector
                        .reader(EntityType.ORDER_PROGRESS)
                        .orElseThrow()
                        .find(new Identity.NativeId(number))
                        .getFirst()
                        .content()),
                OrderProgress.class);
    assertThat(progress.creditMemos())
        .extracting(CreditMemo::total)
        .extracting(total -> total.gross().toPlainString() + " " + total.tax().toPlainString())
        .containsExactly("20.65 3.30");
  }

  @Test
  void goodsThatComeBackAreNotReserved() {
    invoice();
    JsonNode content = ((Prepared.Ready) prepared(refund("1", "20.65"))).content();
    assertThat(content.path("SalesOrderLines"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.path("ItemNumber").asString()).isEqualTo("AH-1000");
              assertThat(line.has("InventoryReservationMethod")).isFalse();
            });
  }

  @Test
  void neitherTwiceNorMoreThanWasInvoiced() {
    invoice();
    write();
    assertThat(write()).isInstanceOf(Outcome.Written.class);
    assertThat(credits()).hasSize(1);
    assertThat(prepared(refund("1", "50.00")))
        .asInstanceOf(InstanceOfAssertFactories.type(Prepared.Refused.class))
        .satisfies(refused -> assertThat(refused.fault().message()).contains("would be too much"));
  }

  /** A header without lines does not count as written, and is gone on with. */
  @Test
  void oneThatALostAnswerLeftIsCompleted() {
    invoice();
    erp.dials().only("/data", "POST").set("dropAnswerProbability", 1);
    assertThat(write()).isInstanceOf(Fault.OutcomeUnknown.class);
    erp.dials().reset();
    Identity reference = new Identity.ExternalReference(reference());
    assertThat(connector.reader(EntityType.CREDIT_MEMO).orElseThrow().find(reference)).isEmpty();
    assertThat(write()).isInstanceOf(Outcome.Written.class);
    assertThat(credits()).hasSize(1);
    assertThat(connector.reader(EntityType.CREDIT_MEMO).orElseThrow().find(reference)).hasSize(1);
  }
}
