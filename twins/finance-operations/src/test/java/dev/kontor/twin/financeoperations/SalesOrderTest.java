package dev.kontor.twin.financeoperations;

import static dev.kontor.twin.financeoperations.Desk.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.twin.kit.ManualClock;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Orders as they are written: defaults, checks, references, change and deletion. */
final class SalesOrderTest {
  private static final String PLACE = ",'DefaultShippingWarehouseId':'11'";
  private static final String OWN_ADDRESS =
      ",'IsDeliveryAddressOrderSpecific':'Yes','DeliveryAddressName':'Zoë',"
          + "'DeliveryAddressStreet':'Kai 7','DeliveryAddressCity':'Kiel',"
          + "'DeliveryAddressZipCode':'24103','DeliveryAddressCountryRegionId':'DEU'";
  private Desk desk;
  private Client client;

  @BeforeEach
  void start() throws IOException {
    desk = new Desk(Options.quick().at(new ManualClock("2026-06-01T22:30:00Z")));
    client = desk.client;
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void anOrderTakesWhatItsCustomerSays() {
    JsonNode header = desk.header(desk.order("10000", PLACE));
    assertThat(header.path("SalesOrderNumber").asString()).isEqualTo("000001");
    assertThat(header.path("CurrencyCode").asString()).isEqualTo("EUR");
    assertThat(header.path("PaymentTermsName").asString()).isEqualTo("14TAGE");
    assertThat(header.path("SalesTaxGroupCode").asString()).isEqualTo("DE-INL");
    assertThat(header.path("PriceCustomerGroupCode").asString()).isEqualTo("HANDEL");
    assertThat(header.path("ArePricesIncludingSalesTax").asString()).isEqualTo("No");
    assertThat(header.path("DeliveryAddressCity").asString()).isEqualTo("Hamburg");
    assertThat(header.path("DefaultShippingSiteId").asString()).isEqualTo("1");
    assertThat(header.path("SalesOrderStatus").asString()).isEqualTo("Backorder");
    // Half past ten in the evening UTC is the next day in Hamburg.
    assertThat(header.path("RequestedShippingDate").asString()).isEqualTo("2026-06-02T12:00:00Z");
    assertThat(header.path("OrderCreationDateTime").asString()).isEqualTo("2026-06-01T22:30:00Z");
    assertThat(header.path("AreTotalsCalculated").asString()).isEqualTo("No");
  }

  @Test
  void anAddressCountsOnlyWhereTheOrderHasItsOwn() {
    JsonNode own = desk.header(desk.order("10000", PLACE + OWN_ADDRESS));
    assertThat(own.path("DeliveryAddressCity").asString()).isEqualTo("Kiel");
    String sent = OWN_ADDRESS.replace("'IsDeliveryAddressOrderSpecific':'Yes',", "");
    JsonNode without = desk.header(desk.order("10000", PLACE + sent));
    assertThat(without.path("DeliveryAddressCity").asString()).isEqualTo("Hamburg");
  }

  @Test
  void anAddressOfTheCustomersIsTakenByItsLocationAndStays() {
    JsonNode address =
        client.post(
            "CustomerPostalAddresses",
            "{'CustomerAccountNumber':'10000','AddressCity':'Bremen','AddressCountryRegionId':'DEU'}");
    String location = address.path("AddressLocationId").asString();
    String order = desk.order("10000", ",'DeliveryAddressLocationId':'" + location + "'");
    assertThat(desk.header(order).path("DeliveryAddressCity").asString()).isEqualTo("Bremen");
    client.patch(
        "SalesOrderHeadersV4(dataAreaId='demf',SalesOrderNumber='" + order + "')",
        "{'CustomerRequisitionNumber':'B-7'}");
    assertThat(desk.header(order).path("DeliveryAddressCity").asString()).isEqualTo("Bremen");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = (char) 34,
      delimiter = '|',
      value = {
        "NOBODY||The value 'NOBODY' in field 'OrderingCustomerAccountNumber'",
        "US-001||The value 'US-001' in field 'OrderingCustomerAccountNumber'",
        "10000|,'DeliveryModeCode':'DRONE'|The value 'DRONE' in field 'DeliveryModeCode'",
        "10000|,'CurrencyCode':'XXX'|The value 'XXX' in field 'CurrencyCode'",
        "10000|,'SalesOrderOriginCode':'NIE'|The value 'NIE' in field 'SalesOrderOriginCode'",
        "10000|,'SalesOrderNumber':'42'|is drawn from the number sequence",
        "10000|,'SalesOrderStatus':'Invoiced'|is read-only",
        "10000|,'DefaultShippingSiteId':'2','DefaultShippingWarehouseId':'11'|does not belong to site 2",
        "10000|,'IsDeliveryAddressOrderSpecific':'Yes'|Field 'DeliveryAddressCountryRegionId' must",
      })
  void refusedHeaders(String customer, String more, String why) {
    String body =
        "{'OrderingCustomerAccountNumber':'" + customer + "'" + (more == null ? "" : more) + "}";
    assertThat(client.refused("POST", "SalesOrderHeadersV2", body))
        .startsWith("400 ")
        .contains(why);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = (char) 34,
      delimiter = '|',
      value = {
        "NIE||The value 'NIE' in field 'ItemNumber'",
        "AH-1001|,'ShippingWarehouseId':'11'|Inventory dimension Color is mandatory",
        "AH-1001|,'ShippingWarehouseId':'11','ProductColorId':'ROT','ProductSizeId':'M'|has no variant",
        "AH-1000|,'ShippingWarehouseId':'99'|The value '99' in field 'ShippingWarehouseId'",
        "AH-1000|,'ShippingWarehouseId':'11','SalesUnitSymbol':'pal'|No conversion between units pal and pcs",
      })
  void refusedLines(String item, String more, String why) {
    String order = desk.order("10000", "");
    String body = Desk.body(order, item, "1", more == null ? "" : more);
    assertThat(client.refused("POST", "SalesOrderLinesV3", body)).contains(why);
    assertThat(desk.lines(order)).isEmpty();
  }

  @Test
  void siteAndWarehouseMustBeKnownFromSomewhere() {
    String order = desk.order("10000", "");
    assertThat(client.refused("POST", "SalesOrderLinesV3", Desk.body(order, "AH-1000", "1", "")))
        .isEqualTo(
            "400 Write failed for table row of type 'SalesOrderLineV3Entity'. Infolog: Warning: Inventory dimension Site is mandatory and must consequently be specified.; Error: Update has been canceled..");
    JsonNode line = desk.line(order, "AH-1000", "1", ",'ShippingWarehouseId':'21'");
    assertThat(line.path("ShippingSiteId").asString()).isEqualTo("2");
  }

  @Test
  void aReferenceIsNoKey() {
    String reference = ",'CustomersOrderReference':'shop-10001'";
    desk.order("10000", reference);
    desk.order("10000", reference);
    assertThat(client.rows("SalesOrderHeadersV2", "CustomersOrderReference eq 'shop-10001'"))
        .hasSize(2);
  }

  @Test
  void linesAreExpandedByTheVersionsThatHaveThem() {
    String order = desk.order("10000", PLACE);
    desk.line(order, "AH-1003", "2", "");
    String key = "(dataAreaId='demf',SalesOrderNumber='" + order + "')?$expand=SalesOrderLines";
    JsonNode header = client.get("SalesOrderHeadersV2" + key);
    assertThat(header.path("SalesOrderLines").path(0).path("ItemNumber").asString())
        .isEqualTo("AH-1003");
    assertThat(client.refused("GET", "SalesOrderHeadersV4" + key, "")).startsWith("400 ");
  }

  @Test
  void demandIsNotReservedUnlessTheLineSaysSo() {
    String filter = "ItemNumber eq 'AH-1003' and InventoryWarehouseId eq '11'";
    String order = desk.order("10000", PLACE);
    JsonNode line = desk.line(order, "AH-1003", "4", "");
    JsonNode stock = client.rows("WarehousesOnHandV2", filter).path(0);
    assertThat(number(stock, "AvailableOnHandQuantity")).isEqualByComparingTo("15");
    assertThat(number(stock, "OnOrderQuantity")).isEqualByComparingTo("4");
    desk.line(order, "AH-1003", "20", ",'InventoryReservationMethod':'Automatic'");
    stock = client.rows("WarehousesOnHandV2", filter).path(0);
    assertThat(number(stock, "AvailableOnHandQuantity")).isEqualByComparingTo("0");
    assertThat(number(stock, "ReservedOnHandQuantity")).isEqualByComparingTo("15");
    assertThat(number(stock, "OnOrderQuantity")).isEqualByComparingTo("9");
    String key =
        "SalesOrderLinesV3(dataAreaId='demf',InventoryLotId='%s')"
            .formatted(line.path("InventoryLotId").asString());
    assertThat(client.send("DELETE", key, null).status()).isEqualTo(204);
    stock = client.rows("WarehousesOnHandV2", filter).path(0);
    assertThat(number(stock, "OnOrderQuantity")).isEqualByComparingTo("5");
  }

  @Test
  void headerAndLinesGoTogetherWhenDeleted() {
    String order = desk.order("10000", PLACE);
    desk.line(order, "AH-1003", "2", "");
    String key = "SalesOrderHeadersV2(dataAreaId='demf',SalesOrderNumber='" + order + "')";
    assertThat(client.send("DELETE", key, null).status()).isEqualTo(204);
    assertThat(desk.lines(order)).isEmpty();
    assertThat(client.refused("DELETE", key, "")).startsWith("404 ");
  }

  @Test
  void aChangedQuantityChangesTheAmount() {
    String order = desk.order("10000", PLACE);
    String lot = desk.line(order, "AH-1003", "2", "").path("InventoryLotId").asString();
    String key = "SalesOrderLinesV3(dataAreaId='demf',InventoryLotId='" + lot + "')";
    client.patch(key, "{'OrderedSalesQuantity':3}");
    assertThat(number(client.get(key), "LineAmount")).isEqualByComparingTo("50.37");
    assertThat(client.refused("PATCH", key, "{'ItemNumber':'AH-1000'}"))
        .contains("cannot be changed");
  }

  @Test
  void aLostAnswerHasWritten() {
    desk.twin.dials().set("dropAnswerProbability", "1");
    assertThatThrownBy(() -> desk.order("10000", ",'CustomersOrderReference':'shop-7'"))
        .isInstanceOf(java.io.UncheckedIOException.class);
    desk.twin.dials().reset();
    assertThat(client.rows("SalesOrderHeadersV2", "CustomersOrderReference eq 'shop-7'"))
        .hasSize(1);
  }

  @Test
  void aNewRowTellsItsAddress() {
    var reply =
        client.send("POST", "SalesOrderHeadersV2", "{\"OrderingCustomerAccountNumber\":\"10000\"}");
    String address = reply.headers().firstValue("Location").orElse("");
    assertThat(client.get(address).path("SalesOrderNumber").asString()).isEqualTo("000001");
  }

  @Test
  void manualNumbersMustBeGiven() {
    desk.set("salesOrderNumbers", "MANUAL");
    assertThat(desk.order("10000", ",'SalesOrderNumber':'WEB-7'")).isEqualTo("WEB-7");
    assertThat(
            client.refused(
                "POST", "SalesOrderHeadersV2", "{'OrderingCustomerAccountNumber':'10000'}"))
        .contains("a number must be given");
  }

  @Test
  void acrossCompaniesAnOrderIsWrittenByItsBody() {
    JsonNode order =
        client.post(
            "SalesOrderHeadersV2",
            "{'dataAreaId':'usmf','OrderingCustomerAccountNumber':'US-001'}");
    assertThat(order.path("dataAreaId").asString()).isEqualTo("usmf");
    String key =
        "SalesOrderHeadersV2(dataAreaId='usmf',SalesOrderNumber='%s')"
            .formatted(order.path("SalesOrderNumber").asString());
    assertThat(client.refused("PATCH", key, "{'CustomersOrderReference':'x'}")).startsWith("404 ");
    client.patch(key + "?cross-company=true", "{'CustomersOrderReference':'x'}");
  }
}
