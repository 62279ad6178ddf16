package dev.kontor.connector.financeoperations.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.DirectToolbox;
import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.LineKind;
import dev.kontor.model.PriceBasis;
import dev.kontor.spi.Outcome;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The twin with a data project for orders whose shipping and fees are charges of the header. */
final class ChargesBench implements AutoCloseable {

  static final String ACTION = "DataManagementDefinitionGroups/Microsoft.Dynamics.DataEntities.";

  private static final String CHARGES =
      """
      {"headerCharges": {"project": "Orders", "codes": {
        "shipping": {"code": "FRACHT", "taxGroup": "FULL", "byRate": {"7": "RED"}},
        "fee": {"code": "NACHNAHME", "taxGroup": "FULL"}}}, "taxRounding": "line"}
      """;

  final TwinErp erp = new TwinErp();
  private final DirectToolbox direct = new DirectToolbox(erp.clock, Duration.ofSeconds(20));
  final ObservedToolbox toolbox = new ObservedToolbox(direct);
  final OrderDesk desk = new OrderDesk(erp.settings(CHARGES), CHARGES, toolbox);

  /** Freight at two rates, a fee, and a voucher on the goods. */
  static SampleOrder usual() {
    SampleOrder order = SampleOrder.in(PriceBasis.GROSS);
    return order
        .goods("AH-1000", "3", "59.50", "178.50", "19")
        .goods("AH-1005", "7", "5.90", "41.30", "7")
        .other(LineKind.PROMOTION, order.share("-12.00", "19"))
        .other(LineKind.SHIPPING, order.share("4.80", "19"), order.share("1.15", "7"))
        .other(LineKind.FEE, order.share("2.99", "19"));
  }

  JsonNode ready() {
    return desk.ready(usual().build());
  }

  /** Somebody lets the totals of an order be calculated. */
  JsonNode totals(String number) {
    erp.control("POST", "orders/" + TwinErp.COMPANY + "/" + number + "/totals", "{}");
    return erp.rows("SalesOrderHeadersV2", "SalesOrderNumber eq '" + number + "'").getFirst();
  }

  List<JsonNode> orders() {
    return erp.rows("SalesOrderHeadersV2", "SalesOrderNumber ne ''");
  }

  void importsTake(int seconds) {
    erp.control("PUT", "settings", "{\"importSeconds\": " + seconds + "}");
  }

  void exactlyOne(String reference, Outcome outcome) {
    assertThat(OrderDesk.number(outcome)).isEqualTo(desk.found(reference).getFirst().id());
    assertThat(orders()).hasSize(1);
  }

  @Override
  public void close() {
    erp.dials().reset();
    desk.close();
    direct.close();
    erp.close();
  }
}
