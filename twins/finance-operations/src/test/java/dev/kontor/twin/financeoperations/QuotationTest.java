package dev.kontor.twin.financeoperations;

import static dev.kontor.twin.financeoperations.Desk.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.ManualClock;
import dev.kontor.twin.kit.TwinClient.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Quotations as clients enter them, and what sellers do with them. */
final class QuotationTest {
  private Desk desk;
  private Client client;
  private String quotation = "";

  @BeforeEach
  void start() throws IOException {
    desk = new Desk(Options.quick().at(new ManualClock("2026-06-01T09:00:00Z")));
    client = desk.client;
    quotation =
        client
            .post(
                "SalesQuotationHeadersV2",
                "{'dataAreaId':'demf','RequestingCustomerAccountNumber':'10000','CustomersReference':'WEBQ-7','DefaultShippingSiteId':'1','DefaultShippingWarehouseId':'11'}")
            .path("SalesQuotationNumber")
            .asString();
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  private String line(String item, String pieces, String more) {
    return "{'dataAreaId':'demf','SalesQuotationNumber':'%s','ItemNumber':'%s','RequestedSalesQuantity':%s%s}"
        .formatted(quotation, item, pieces, more);
  }

  private JsonNode header() {
    return client.get(
        "SalesQuotationHeadersV2(dataAreaId='demf',SalesQuotationNumber='" + quotation + "')");
  }

  private Reply refused(String set, String body) {
    return client.send("POST", "/data/" + set, body.replace('\'', '"'));
  }

  @Test
  void linesArePricedAsThoseOfAnOrder() {
    JsonNode entered = client.post("SalesQuotationLines", line("AH-1000", "12", ""));
    assertThat(number(entered, "SalesPrice")).isEqualByComparingTo("45");
    assertThat(number(entered, "LineAmount")).isEqualByComparingTo("540");
    assertThat(entered.path("SalesQuotationStatus").asString()).isEqualTo("Created");
  }

  @Test
  void whatIsWrongIsRefused() {
    assertThat(
            refused(
                    "SalesQuotationHeadersV2",
                    "{'dataAreaId':'demf','RequestingCustomerAccountNumber':'NIE'}")
                .status())
        .isEqualTo(400);
    assertThat(
            refused(
                    "SalesQuotationHeadersV2",
                    "{'dataAreaId':'demf','RequestingCustomerAccountNumber':'10000','SalesQuotationStatus':'Sent'}")
                .status())
        .isEqualTo(400);
    assertThat(refused("SalesQuotationLines", line("NIE", "1", "")).status()).isEqualTo(400);
    assertThat(refused("SalesQuotationLines", line("AH-1000", "0", "")).status()).isEqualTo(400);
    assertThat(
            refused("SalesQuotationLines", line("AH-1000", "1", ",'CustomersLineNumber':1"))
                .status())
        .isEqualTo(400);
  }

  @Test
  void aSellerPricesSendsAndConfirmsWhichMakesAnOrder() {
    client.post("SalesQuotationLines", line("AH-1000", "2", ""));
    String path = "quotations/demf/" + quotation + "/";
    desk.control(path + "price", "{'lines':[{'line':1,'price':'33'}]}");
    desk.control(path + "send", "{'expires':'2026-06-30'}");
    assertThat(header().path("SalesQuotationStatus").asString()).isEqualTo("Sent");
    assertThat(header().path("SalesQuotationExpiryDate").asString()).startsWith("2026-06-30");
    String order = desk.control(path + "confirm", "").path("order").asString();
    assertThat(header().path("GeneratedSalesOrderNumber").asString()).isEqualTo(order);
    assertThat(number(desk.lines(order).get(0), "LineAmount")).isEqualByComparingTo("66");
    assertThat(refused("SalesQuotationLines", line("AH-1003", "1", "")).text())
        .contains(quotation, "Confirmed");
  }

  @Test
  void oneWithoutLinesIsNotSent() {
    Reply reply = client.send("POST", "/_twin/quotations/demf/" + quotation + "/send", "{}");
    assertThat(reply.status()).isEqualTo(409);
  }
}
