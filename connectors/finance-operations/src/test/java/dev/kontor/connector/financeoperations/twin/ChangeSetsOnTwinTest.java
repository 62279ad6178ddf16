package dev.kontor.connector.financeoperations.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.DirectToolbox;
import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.LineKind;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.PriceBasis;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders whose lines come in one call, and goods that are reserved. */
class ChangeSetsOnTwinTest {

  private static final String BATCH = "/data/$batch";

  private final TwinErp erp = new TwinErp();
  private final DirectToolbox direct = new DirectToolbox(erp.clock, Duration.ofSeconds(20));
  private final ObservedToolbox toolbox = new ObservedToolbox(direct);
  private final OrderDesk desk =
      new OrderDesk(
          erp.settings("{\"changeSets\": true, \"reservation\": \"Automatic\"}"),
          "{\"shippingLine\": {\"item\": \"AH-9000\"}}",
          toolbox);

  @AfterEach
  void close() {
    erp.dials().reset();
    desk.close();
    direct.close();
    erp.close();
  }

  private JsonNode usual() {
    SampleOrder order = SampleOrder.in(PriceBasis.GROSS);
    return desk.ready(
        order
            .goods("AH-1000", "3", "59.50", "178.50", "19")
            .goods("AH-1003", "4", "19.98", "79.92", "19")
            .other(LineKind.SHIPPING, order.share("5.95", "19"))
            .build());
  }

  private List<JsonNode> lines() {
    return erp.rows("SalesOrderLinesV3", "SalesOrderNumber ne ''");
  }

  private JsonNode stock(String item) {
    String filter = "ItemNumber eq '" + item + "' and InventoryWarehouseId eq '11'";
    return erp.rows("WarehousesOnHandV2", filter).getFirst();
  }

  @Test
  void allLinesOfAnOrderComeInOneCall() {
    JsonNode content = usual();
    String number = OrderDesk.number(desk.create("SW-1", content));
    assertThat(erp.lines(number))
        .extracting(line -> line.path("CustomersLineNumber").asInt())
        .containsExactly(1, 2, 3);
    assertThat(toolbox.called(BATCH)).isOne();
    assertThat(toolbox.called("/data/SalesOrderLinesV3")).isZero();
    assertThat(desk.update("SW-1", number, content, ModelJson.parse("{}")))
        .isInstanceOf(Outcome.Written.class);
    assertThat(erp.lines(number)).hasSize(3);
  }

  @Test
  void anOrderOfOneLineNeedsNoBatch() {
    Order order = SampleOrder.in(PriceBasis.GROSS).goods("AH-1000", "1", "9", "9", "19").build();
    OrderDesk.number(desk.create("SW-1", desk.ready(order)));
    assertThat(toolbox.called(BATCH)).isZero();
    assertThat(lines()).hasSize(1);
  }

  @Test
  void aRefusedLineIsNamedAndNothingStays() {
    ObjectNode content = usual().deepCopy().asObject();
    content.path("SalesOrderLines").get(1).asObject().put("ItemNumber", "NIE");
    assertThat(desk.create("SW-2", content))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            invalid -> assertThat(invalid.field()).isEqualTo("SalesOrderLines[1].ItemNumber"));
    assertThat(desk.found("SW-2")).isEmpty();
    assertThat(lines()).isEmpty();
  }

  @Test
  void aLostAnswerTakesTheOrderBackAndNothingComesLater() {
    JsonNode content = usual();
    erp.dials().only(BATCH, "POST").set("lateCommitProbability", 1).set("lateCommitMs", 10);
    assertThat(desk.create("SW-3", content)).isInstanceOf(Fault.Unavailable.class);
    erp.control("POST", "settle", "{}");
    erp.dials().reset();
    assertThat(desk.found("SW-3")).isEmpty();
    assertThat(lines()).isEmpty();
    String number = OrderDesk.number(desk.create("SW-3", content));
    assertThat(erp.lines(number)).hasSize(3);
  }

  @Test
  void goodsAreReservedAndShippingIsNot() {
    BigDecimal before = stock("AH-1003").path("ReservedOnHandQuantity").decimalValue();
    JsonNode content = usual();
    OrderDesk.number(desk.create("SW-5", content));
    assertThat(stock("AH-1003").path("ReservedOnHandQuantity").decimalValue().subtract(before))
        .isEqualByComparingTo("4");
    assertThat(content.path("SalesOrderLines"))
        .extracting(line -> line.path("InventoryReservationMethod").asString(""))
        .containsExactly("Automatic", "Automatic", "");
  }
}
