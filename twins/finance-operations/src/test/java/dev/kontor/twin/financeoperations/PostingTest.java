package dev.kontor.twin.financeoperations;

import static dev.kontor.twin.financeoperations.Desk.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.ManualClock;
import dev.kontor.twin.kit.TwinClient.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What people do with orders, and what the entities show of it. */
final class PostingTest {
  private static final String MAIN = ",'ShippingWarehouseId':'11'";
  private static final String OUTLET = ",'ShippingWarehouseId':'21'";
  private Desk desk;
  private Client client;
  private String order = "";

  @BeforeEach
  void start() throws IOException {
    desk = new Desk(Options.quick().at(new ManualClock("2026-06-01T09:00:00Z")));
    client = desk.client;
    order = desk.order("10000", ",'CustomersOrderReference':'shop-1'");
    desk.line(order, "AH-1003", "3", MAIN);
    desk.line(order, "AH-1000", "2", OUTLET);
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  private JsonNode treat(String how, String body) {
    return desk.control("orders/demf/" + order + "/" + how, body);
  }

  private String processing() {
    return desk.header(order).path("SalesOrderProcessingStatus").asString();
  }

  private String status() {
    return desk.header(order).path("SalesOrderStatus").asString();
  }

  private JsonNode rows(String set, String filter) {
    return client.rows(set, filter);
  }

  @Test
  void aPackingSlipIsOfOneWarehouseAndShowsItsLines() {
    treat("pack", "{'lines':[{'line':1,'quantity':2},{'line':2}]}");
    JsonNode heads = rows("CustPackingSlipJourBiEntities", "SalesId eq '" + order + "'");
    assertThat(heads)
        .extracting(h -> h.path("inventLocationId").asString())
        .containsExactly("11", "21");
    JsonNode lines = rows("CustPackingSlipTransBiEntities", "OrigSalesId eq '" + order + "'");
    assertThat(lines)
        .extracting(
            l -> l.path("ItemId").asString() + " " + l.path("Qty").decimalValue().intValue())
        .containsExactly("AH-1003 2", "AH-1000 2");
    assertThat(number(lines.get(0), "Remain")).isEqualByComparingTo("1");
  }

  @Test
  void anOrderGoesItsWay() {
    assertThat(processing()).isEqualTo("Active");
    treat("confirm", "");
    assertThat(processing()).isEqualTo("Confirmed");
    assertThat(rows("SalesOrderConfirmationHeaders", "SalesOrderNumber eq '" + order + "'"))
        .hasSize(1);
    treat("pick", "{'lines':[{'line':1}]}");
    assertThat(processing()).isEqualTo("Picked");
    treat("pack", "{'lines':[{'line':1,'quantity':2}]}");
    assertThat(processing()).isEqualTo("PartiallyDelivered");
    treat("pack", "");
    assertThat(processing()).isEqualTo("Delivered");
    assertThat(status()).isEqualTo("Delivered");
    treat("invoice", "{'lines':[{'line':2}]}");
    assertThat(processing()).isEqualTo("DeliveredPartiallyInvoiced");
    treat("invoice", "");
    assertThat(processing()).isEqualTo("Invoiced");
    assertThat(status()).isEqualTo("Invoiced");
    String key = "SalesOrderHeadersV4(dataAreaId='demf',SalesOrderNumber='" + order + "')";
    assertThat(client.refused("PATCH", key, "{'Email':'a@b.c'}"))
        .contains("has the status Invoiced");
    assertThat(client.refused("DELETE", key, "")).contains("has posted documents");
  }

  @Test
  void anotherLineOpensADeliveredOrderAgain() {
    treat("pack", "");
    JsonNode line = desk.line(order, "AH-1002", "1", MAIN);
    assertThat(status()).isEqualTo("Backorder");
    assertThat(processing()).isEqualTo("PartiallyDelivered");
    String key =
        "SalesOrderLinesV3(dataAreaId='demf',InventoryLotId='%s')"
            .formatted(line.path("InventoryLotId").asString());
    assertThat(client.send("DELETE", key, null).status()).isEqualTo(204);
    assertThat(status()).isEqualTo("Delivered");
  }

  @Test
  void aNegativeLineBringsGoodsBackAndMakesACreditNote() {
    String back = desk.order("10000", "");
    desk.line(back, "AH-1003", "-2", MAIN);
    JsonNode credit = desk.control("orders/demf/" + back + "/invoice", "{'all':true}");
    assertThat(number(credit, "amount")).isEqualByComparingTo("-39.96");
    assertThat(credit.path("invoice").asString()).startsWith("GS");
    JsonNode stock =
        rows("WarehousesOnHandV2", "ItemNumber eq 'AH-1003' and InventoryWarehouseId eq '11'");
    assertThat(number(stock.path(0), "OnHandQuantity")).isEqualByComparingTo("17");
  }

  @Test
  void everyWarehouseHasItsPackingSlipAndParcels() {
    JsonNode slips =
        treat(
            "pack",
            "{'tracking':[{'number':'JJD1','url':'https://track.example/JJD1'},{'number':'JJD2'}]}");
    assertThat(slips.path("packingSlips").size()).isEqualTo(2);
    JsonNode parcels =
        rows("PackingSlipTrackingInformation", "SalesOrderNumber eq '" + order + "'");
    assertThat(parcels.size()).isEqualTo(4);
    assertThat(parcels.path(0).path("TrackingURL").asString()).contains("JJD1");
    assertThat(parcels.path(0).path("DeliveryDate").asString()).isEqualTo("2026-06-01T12:00:00Z");
    JsonNode stock =
        rows("WarehousesOnHandV2", "ItemNumber eq 'AH-1000' and InventoryWarehouseId eq '21'");
    assertThat(number(stock.path(0), "OnHandQuantity")).isEqualByComparingTo("6");
    assertThat(number(stock.path(0), "OnOrderQuantity")).isEqualByComparingTo("0");
  }

  @Test
  void oneWarehouseMayDeliverAlone() {
    treat("pack", "{'warehouse':'21'}");
    assertThat(processing()).isEqualTo("PartiallyDelivered");
    JsonNode truth = client.get("/_twin/truth/orders").path("orders").path(0);
    assertThat(number(truth.path("lines").path(0), "delivered")).isEqualByComparingTo("0");
    assertThat(number(truth.path("lines").path(1), "delivered")).isEqualByComparingTo("2");
    assertThat(
            client
                .get("/_twin/truth/packingSlips")
                .path("packingSlips")
                .path(0)
                .path("warehouse")
                .asString())
        .isEqualTo("21");
  }

  @ParameterizedTest
  @ValueSource(strings = {"confirm", "pick", "pack", "invoice"})
  void anOrderThatIsStoppedIsNotProcessed(String how) {
    String key = "SalesOrderHeadersV4(dataAreaId='demf',SalesOrderNumber='" + order + "')";
    client.send("PATCH", key, "{\"IsSalesProcessingStopped\":\"Yes\"}");
    Reply refused = client.send("POST", "/_twin/orders/demf/" + order + "/" + how, "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).isEqualTo("Sales order " + order + " must not be processed.");
    assertThat(processing()).isEqualTo("Active");
    client.send("PATCH", key, "{\"IsSalesProcessingStopped\":\"No\"}");
    treat(how, "{'all':true}");
  }

  @Test
  void nothingIsDeliveredTwice() {
    treat("pack", "");
    Reply again = client.send("POST", "/_twin/orders/demf/" + order + "/pack", "");
    assertThat(again.status()).isEqualTo(409);
    Reply more =
        client.send(
            "POST",
            "/_twin/orders/demf/" + order + "/invoice",
            "{\"lines\":[{\"line\":1,\"quantity\":4}]}");
    assertThat(more.text()).isEqualTo("Only 3 of line 1 remain.");
  }

  @Test
  void anInvoiceTellsItsAmountsAndItsLines() {
    treat("charges", "{'charges':[{'code':'FRACHT','amount':'4.12','itemTaxGroup':'FULL'}]}");
    treat("pack", "{'lines':[{'line':1,'quantity':1}]}");
    JsonNode first = treat("invoice", "");
    JsonNode rest = treat("invoice", "{'all':true}");
    JsonNode invoice =
        rows("SalesInvoiceHeadersV2", "InvoiceNumber eq '" + first.path("invoice").asString() + "'")
            .path(0);
    // 16.79 + 4.12 freight, 19 percent of each.
    assertThat(number(invoice, "TotalInvoiceAmount")).isEqualByComparingTo("24.88");
    assertThat(number(invoice, "TotalTaxAmount")).isEqualByComparingTo("3.97");
    assertThat(number(invoice, "TotalChargeAmount")).isEqualByComparingTo("4.12");
    assertThat(number(invoice, "TotalDiscountCustomerGroupCode")).isEqualByComparingTo("0");
    assertThat(invoice.path("CustomersOrderReference").asString()).isEqualTo("shop-1");
    JsonNode second =
        rows("SalesInvoiceV2Lines", "InvoiceNumber eq '" + rest.path("invoice").asString() + "'");
    assertThat(number(second.path(0), "LineAmount")).isEqualByComparingTo("33.58");
    assertThat(number(second.path(1), "InvoicedQuantity")).isEqualByComparingTo("2");
    String key =
        "SalesInvoiceHeadersV2(dataAreaId='demf',InvoiceNumber='%s',InvoiceDate=2026-06-01T12:00:00Z,LedgerVoucher='%s')"
            .formatted(
                invoice.path("InvoiceNumber").asString(), invoice.path("LedgerVoucher").asString());
    assertThat(client.get(key + "?$expand=SalesInvoiceLinesV2").path("SalesInvoiceLinesV2").size())
        .isEqualTo(1);
  }

  @Test
  void aCreditNoteIsAnInvoiceBelowZero() {
    String invoice = treat("invoice", "{'all':true}").path("invoice").asString();
    JsonNode credit =
        desk.control("invoices/demf/" + invoice + "/credit", "{'lines':[{'line':1,'quantity':1}]}");
    assertThat(credit.path("amount").decimalValue()).isEqualByComparingTo("-19.98");
    JsonNode line =
        rows("SalesInvoiceV2Lines", "InvoiceNumber eq '" + credit.path("invoice").asString() + "'")
            .path(0);
    assertThat(number(line, "InvoicedQuantity")).isEqualByComparingTo("-1");
    assertThat(number(line, "LineAmount")).isEqualByComparingTo("-16.79");
    JsonNode stock =
        rows("WarehousesOnHandV2", "ItemNumber eq 'AH-1003' and InventoryWarehouseId eq '11'");
    assertThat(number(stock.path(0), "OnHandQuantity")).isEqualByComparingTo("13");
    Reply tooMuch =
        client.send(
            "POST",
            "/_twin/invoices/demf/" + invoice + "/credit",
            "{\"lines\":[{\"line\":1,\"quantity\":3}]}");
    assertThat(tooMuch.text()).isEqualTo("Only 2 of line 1 remain.");
  }

  @Test
  void whatIsCanceledNeitherComesNorBlocks() {
    treat("cancel", "{'lines':[{'line':1}]}");
    assertThat(status()).isEqualTo("Backorder");
    treat("invoice", "{'all':true}");
    assertThat(status()).isEqualTo("Invoiced");
    String other = desk.order("10000", "");
    desk.line(other, "AH-1003", "1", MAIN);
    desk.control("orders/demf/" + other + "/cancel", "");
    assertThat(desk.header(other).path("SalesOrderStatus").asString()).isEqualTo("Canceled");
    JsonNode stock =
        rows("WarehousesOnHandV2", "ItemNumber eq 'AH-1003' and InventoryWarehouseId eq '11'");
    assertThat(number(stock.path(0), "OnOrderQuantity")).isEqualByComparingTo("0");
  }

  @Test
  void moneyComesThroughAJournalThatSomebodyPosts() {
    JsonNode done = treat("invoice", "{'all':true}");
    String invoice = done.path("invoice").asString();
    String batch =
        client
            .post("CustomerPaymentJournalHeaders", "{'JournalName':'SHOPZAHL'}")
            .path("JournalBatchNumber")
            .asString();
    String line =
        "{'JournalBatchNumber':'%s','AccountDisplayValue':'10000','CreditAmount':%s,'MarkedInvoice':'%s','PaymentReference':'shop-1'}"
            .formatted(batch, done.path("amount").decimalValue(), invoice);
    client.post("CustomerPaymentJournalLines", line);
    assertThat(
            rows("CustTransactions", "Invoice eq '" + invoice + "'")
                .path(0)
                .path("Closed")
                .asString())
        .startsWith("1900");
    desk.control("journals/demf/" + batch + "/post", "");
    JsonNode owed = rows("CustTransactions", "Invoice eq '" + invoice + "'").path(0);
    assertThat(owed.path("Closed").asString()).isEqualTo("2026-06-01T12:00:00Z");
    assertThat(owed.path("DueDate").asString()).isEqualTo("2026-06-15T12:00:00Z");
    assertThat(client.refused("POST", "CustomerPaymentJournalLines", line)).contains("is posted");
    assertThat(
            client
                .get(
                    "CustomerPaymentJournalHeaders(dataAreaId='demf',JournalBatchNumber='"
                        + batch
                        + "')")
                .path("IsPosted")
                .asString())
        .isEqualTo("Yes");
  }

  @Test
  void paymentLinesAreChecked() {
    assertThat(client.refused("POST", "CustomerPaymentJournalHeaders", "{'JournalName':'NIE'}"))
        .contains("The value 'NIE'");
    String batch =
        client
            .post("CustomerPaymentJournalHeaders", "{'JournalName':'SHOPZAHL'}")
            .path("JournalBatchNumber")
            .asString();
    String line = "{'JournalBatchNumber':'" + batch + "','AccountDisplayValue':'10000'";
    assertThat(client.refused("POST", "CustomerPaymentJournalLines", line + "}"))
        .contains("Either debit or credit");
    assertThat(
            client.refused(
                "POST",
                "CustomerPaymentJournalLines",
                line + ",'CreditAmount':1,'MarkedInvoice':'NIE'}"))
        .contains("The value 'NIE'");
  }

  @Test
  void pricesHoldOnceTheirJournalIsPosted() {
    String journal =
        client
            .post(
                "OpenTradeAgreementJournalHeadersV2",
                "{'TradeAgreementJournalNameId':'PREISE','JournalDescription':'Sommer'}")
            .path("JournalNumber")
            .asString();
    client.post(
        "OpenSalesPriceJournalLinesV2",
        "{'TradeAgreementJournalNumber':'" + journal + "','ItemNumber':'AH-1004','Price':70}");
    String before = desk.order("10000", "");
    assertThat(number(desk.line(before, "AH-1004", "1", MAIN), "SalesPrice"))
        .isEqualByComparingTo("83.95");
    desk.control("tradeAgreements/demf/" + journal + "/post", "");
    assertThat(rows("OpenSalesPriceJournalLinesV2", "ItemNumber eq 'AH-1004'")).isEmpty();
    assertThat(number(rows("SalesPriceAgreements", "ItemNumber eq 'AH-1004'").path(0), "Price"))
        .isEqualByComparingTo("70");
    assertThat(number(desk.line(before, "AH-1004", "1", MAIN), "SalesPrice"))
        .isEqualByComparingTo("70");
  }

  @Test
  void aServiceOfTheCustomersPostsWhereItIsInstalled() {
    String body = "{\"dataAreaId\":\"demf\",\"salesOrderNumber\":\"" + order + "\"}";
    String address = "/api/services/KontorGroup/Posting/postPackingSlip";
    assertThat(client.send("POST", address, body).status()).isEqualTo(404);
    desk.set("postingService", "KontorGroup/Posting");
    assertThat(client.send("POST", address, body).json().path("packingSlips").size()).isEqualTo(2);
    Reply again = client.send("POST", address, body);
    assertThat(again.status()).isEqualTo(500);
    assertThat(again.json().path("Message").asString()).contains("There is nothing to post");
  }

  @Test
  void whoIsOnHoldGetsNoInvoice() {
    client.patch(
        "CustomersV3(dataAreaId='demf',CustomerAccount='10000')", "{'OnHoldStatus':'Invoice'}");
    treat("pack", "");
    Reply refused = client.send("POST", "/_twin/orders/demf/" + order + "/invoice", "");
    assertThat(refused.text()).isEqualTo("Customer 10000 is on hold: Invoice.");
  }
}
