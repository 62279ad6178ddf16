package dev.kontor.connector.financeoperations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.OrderProgress;
import dev.kontor.model.OrderProgress.State;
import dev.kontor.model.Shipment;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where an order stands, and what of it left. */
class ProgressTest {

  private final CannedErp erp = new CannedErp();

  @AfterEach
  void close() {
    erp.close();
  }

  private static String order(String number, String status, String processing) {
    return """
        {"dataAreaId": "usmf", "SalesOrderNumber": "%s", "CustomersOrderReference": "SW-%s",
         "SalesOrderStatus": "%s", "SalesOrderProcessingStatus": "%s"}
        """
        .formatted(number, number, status, processing);
  }

  private void lines() {
    erp.rows(
        "SalesOrderLinesV3",
        "{\"SalesOrderNumber\": \"000123\", \"ItemNumber\": \"A1\", \"ExternalItemNumber\": \"A1\", \"OrderedSalesQuantity\": 2}",
        "{\"SalesOrderNumber\": \"000123\", \"ItemNumber\": \"FRACHT\", \"ExternalItemNumber\": \"\", \"OrderedSalesQuantity\": 1}");
  }

  private static String slip(String number, String day, String code) {
    return """
        {"SalesOrderNumber": "000123", "PackingSlipNumber": "%s", "DeliveryDate": "%sT12:00:00Z",
         "TrackingNumber": "%s", "TrackingURL": ""}
        """
        .formatted(number, day, code);
  }

  private OrderProgress progress() {
    Document found =
        erp.reader(EntityType.ORDER_PROGRESS).find(new Identity.NativeId("000123")).getFirst();
    return ModelJson.mapper()
        .treeToValue(Objects.requireNonNull(found.content()), OrderProgress.class);
  }

  @ParameterizedTest
  @CsvSource({
    "Backorder,Active,OPEN",
    "Backorder,Confirmed,RELEASED",
    "Backorder,Picked,RELEASED",
    "Backorder,PartiallyDelivered,SHIPPED_PARTIALLY",
    "Delivered,Delivered,SHIPPED",
    "Invoiced,Invoiced,COMPLETED",
    "Canceled,Canceled,CANCELLED"
  })
  void theTwoStatusesMakeTheState(String status, String processing, State state) {
    erp.rows("SalesOrderHeadersV2", order("000123", status, processing));
    assertThat(progress().state()).isEqualTo(state);
    assertThat(progress().reference()).isEqualTo("SW-000123");
  }

  @Test
  void whatLeftAsAWholeHasItsArticlesAndAllTrackingCodes() {
    erp.rows("SalesOrderHeadersV2", order("000123", "Delivered", "Delivered"));
    lines();
    erp.rows(
        "PackingSlipTrackingInformation",
        slip("PS1", "2026-03-16", "Z2"),
        slip("PS1", "2026-03-16", "Z1"));
    Shipment shipment = progress().shipments().getFirst();
    assertThat(shipment.trackingCodes()).containsExactly("Z1", "Z2");
    assertThat(shipment.shippedOn()).isEqualTo("2026-03-16");
    assertThat(shipment.lines()).containsExactly(new Shipment.Line("A1", new BigDecimal("2")));
  }

  @Test
  void ofSeveralSlipsNobodyKnowsWhatIsOnThem() {
    erp.rows("SalesOrderHeadersV2", order("000123", "Delivered", "Delivered"));
    lines();
    erp.rows(
        "PackingSlipTrackingInformation",
        slip("PS2", "2026-03-17", "Z2"),
        slip("PS1", "2026-03-16", "Z1"));
    assertThat(progress().shipments()).extracting(Shipment::number).containsExactly("PS1", "PS2");
    assertThat(progress().shipments()).allMatch(shipment -> shipment.lines().isEmpty());
  }

  @Test
  void anOrderThatIsGoneIsCancelledUnlessAnInvoiceIsLeft() {
    assertThat(progress().state()).isEqualTo(State.CANCELLED);
    erp.rows(
        "SalesInvoiceHeadersV2", "{\"SalesOrderNumber\": \"000123\", \"InvoiceNumber\": \"R1\"}");
    assertThat(progress().state()).isEqualTo(State.COMPLETED);
  }

  @Test
  void everyPollReadsTheHubsOrdersOfTheWatchedTime() {
    erp.rows(
        "SalesOrderHeadersV2",
        order("1", "Backorder", "Active"),
        order("2", "Backorder", "Active"));
    Page page = erp.reader(EntityType.ORDER_PROGRESS).changes(null, 2);
    assertThat(erp.calls().getFirst())
        .contains(
            "OrderCreationDateTime ge 2025-12-15T09:00:00Z and CustomersOrderReference ne ''");
    assertThat(page.documents()).extracting(Document::id).containsExactly("1", "2");
    assertThat(page.documents()).allMatch(document -> document.content() == null);
    assertThat(page.next()).isEqualTo(new Cursor("2"));
    List<Document> full = erp.reader(EntityType.ORDER_PROGRESS).fetch(List.of("1", "2"));
    assertThat(full)
        .extracting(Document::version)
        .containsExactlyElementsOf(page.documents().stream().map(Document::version).toList());
    assertThat(erp.reader(EntityType.ORDER_PROGRESS).changes(page.next(), 5).next())
        .isEqualTo(new Cursor(""));
  }
}
