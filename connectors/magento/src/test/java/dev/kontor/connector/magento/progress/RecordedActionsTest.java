package dev.kontor.connector.magento.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.magento.MagentoProvider;
import dev.kontor.connector.magento.Recorded;
import dev.kontor.connector.magento.api.CannedShop;
import dev.kontor.connector.magento.api.CannedShop.Canned;
import dev.kontor.contract.DirectToolbox;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Write;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a real shop answered to shipments, invoices and cancellations of recorded orders. */
class RecordedActionsTest {

  private static final String SHIPPED =
      """
      {"kind": "SHIPPED", "orderId": "31", "erpState": "SHIPPED",
       "shipment": {"number": "%s", "carrier": "DHL", "trackingCodes": ["0034"],
                    "lines": [{"sku": "%s", "quantity": "%s"}]}}""";

  private final DirectToolbox toolbox =
      new DirectToolbox(InstantSource.system(), Duration.ofMinutes(1));
  private String order = "n-part-shipped";
  private String shipments = "orders/n-part-shipped/shipments.json";
  private Canned answer = recorded("ship-partial-tracking-200");
  private final CannedShop shop = new CannedShop(this::answer);

  @AfterEach
  void close() {
    shop.close();
    toolbox.close();
  }

  private static Canned recorded(String action) {
    int status = Integer.parseInt(action.replaceAll("^.*-([0-9]{3})(-.*)?$", "$1"));
    return new Canned(status, Recorded.bytes("actions/" + action + ".json"));
  }

  private Canned answer(String call) {
    return switch (call) {
      case "GET /orders" ->
          Canned.of(200, "{\"items\": [" + Recorded.json("orders/" + order + "/order.json") + "]}");
      case "GET /shipments" ->
          shipments.isEmpty()
              ? Canned.of(200, "{\"items\": null}")
              : new Canned(200, Recorded.bytes(shipments));
      case "POST /orders/31/comments", "POST /orders/1/comments" -> recorded("order-comment-200");
      case "POST /shipment/track" -> recorded("track-add-200");
      default -> answer;
    };
  }

  private Outcome write(String event) {
    JsonNode content = ModelJson.parse(event);
    Settings settings =
        new Settings(
            "shop",
            ModelJson.parse(
                """
                {"url": "%s", "bearerToken": "t",
                 "progress": {"source": "lager-nord", "invoices": "capture",
                              "carriers": {"UPS": "ups"}}}"""
                    .formatted(shop.url())));
    try (Connector connector = new MagentoProvider().connect(settings, toolbox)) {
      String id = content.path("orderId").asString("");
      return connector
          .writer(EntityType.ORDER_PROGRESS)
          .orElseThrow()
          .write(List.of(new Write("k", Write.Action.UPDATE, "", id, content)))
          .getFirst();
    }
  }

  private JsonNode posted() {
    return ModelJson.parse(shop.posted.getFirst());
  }

  @Test
  void whatIsOpenOfARecordedOrderIsShippedByItsRow() {
    assertThat(write(SHIPPED.formatted("S9", "laterne-m", "2")))
        .isInstanceOf(Outcome.Written.class);
    assertThat(posted())
        .isEqualTo(
            ModelJson.parse(
                """
                {"notify": false, "appendComment": true,
                 "comment": {"comment": "ERP shipment S9", "is_visible_on_front": 0},
                 "items": [{"order_item_id": 79, "qty": 2}],
                 "tracks": [{"track_number": "0034", "title": "DHL", "carrier_code": "custom"}],
                 "arguments": {"extension_attributes": {"source_code": "lager-nord"}}}"""));
  }

  /** The recorded shop shipped three chairs, and one more later. */
  @Test
  void aRecordedShipmentOfTheSamePiecesGetsTheTrackingNumber() {
    assertThat(write(SHIPPED.formatted("S8", "STUHL-EI", "3"))).isInstanceOf(Outcome.Written.class);
    assertThat(posted().path("entity").path("parent_id").asInt()).isEqualTo(2);
    assertThat(shop.posted.getLast()).contains("ERP shipment S8 is the shop's shipment 000000002");
    assertThat(shop.posted).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "ship-without-source-with-custom-stock-400, Could not save a shipment",
    "ship-held-400, status of holded",
    "ship-again-400, does not allow a shipment"
  })
  void aRefusedShipmentIsForPeople(String action, String words) {
    answer = recorded(action);
    assertThat(write(SHIPPED.formatted("S9", "LATERNE-M", "2")))
        .isInstanceOfSatisfying(
            Fault.Invalid.class, invalid -> assertThat(invalid.problem()).contains(words));
  }

  @Test
  void anOrderThatWentAwayIsMissing() {
    answer = recorded("order-404");
    assertThat(write(SHIPPED.formatted("S9", "LATERNE-M", "2"))).isInstanceOf(Fault.Missing.class);
  }

  @Test
  void aCancellationIsDoneOnlyIfTheShopSaysSo() {
    String cancelled = "{\"kind\": \"CANCELLED\", \"orderId\": \"1\", \"erpState\": \"CANCELLED\"}";
    order = "n0-single-line";
    shipments = "";
    answer = recorded("cancel-200");
    assertThat(write(cancelled)).isInstanceOf(Outcome.Written.class);
    answer = recorded("cancel-again-200-false");
    assertThat(write(cancelled)).isInstanceOf(Fault.Invalid.class);
  }

  @Test
  void anInvoiceIsMadeOfAllAndARefusedOneIsForPeople() {
    String invoiced =
        """
        {"kind": "INVOICED", "orderId": "1", "erpState": "COMPLETED",
         "invoice": {"number": "103001", "currency": "EUR", "gross": "420.26"}}""";
    order = "n0-single-line";
    shipments = "";
    answer = recorded("invoice-full-200");
    assertThat(write(invoiced)).isInstanceOf(Outcome.Written.class);
    assertThat(posted())
        .isEqualTo(
            ModelJson.parse(
                """
                {"notify": false, "appendComment": true, "capture": true,
                 "comment": {"comment": "ERP invoice 103001, 420.26 EUR",
                             "is_visible_on_front": 0}}"""));
    answer = recorded("invoice-again-400");
    assertThat(write(invoiced)).isInstanceOf(Fault.Invalid.class);
  }
}
