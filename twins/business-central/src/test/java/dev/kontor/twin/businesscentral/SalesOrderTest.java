package dev.kontor.twin.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SalesOrderTest extends TwinTest {
  private static final String SHIRT =
      "{\"lineType\":\"Item\",\"lineObjectNumber\":\"1000\",\"quantity\":2,\"unitPrice\":59.90}";
  private static final String SHIPPING =
      "{\"lineType\":\"Account\",\"lineObjectNumber\":\"8800\",\"quantity\":1,\"unitPrice\":4.90}";

  @Test
  void aDeepInsertCreatesOrderAndLinesWithTotals() throws Exception {
    JsonNode order =
        order(
            ",\"externalDocumentNumber\":\"SW-10001\",\"pricesIncludeTax\":true",
            SHIRT + "," + SHIPPING);

    assertThat(order.path("number").asString()).isEqualTo("101001");
    assertThat(order.path("status").asString()).isEqualTo("Draft");
    assertThat(order.path("currencyCode").asString()).isEqualTo("EUR");
    assertThat(order.path("totalAmountIncludingTax").decimalValue()).isEqualByComparingTo("124.70");
    assertThat(order.path("totalAmountExcludingTax").decimalValue()).isEqualByComparingTo("104.79");
    JsonNode lines = order.path("salesOrderLines");
    assertThat(lines).hasSize(2);
    assertThat(lines.path(1).path("sequence").asInt()).isEqualTo(20000);
    assertThat(lines.path(1).path("description").asString()).isEqualTo("Versandkosten");
    assertThat(lines.path(0).path("taxPercent").decimalValue()).isEqualByComparingTo("19");
  }

  @Test
  void twoEqualPostsMakeTwoOrders() throws Exception {
    order(",\"externalDocumentNumber\":\"SW-1\"", SHIRT);
    order(",\"externalDocumentNumber\":\"SW-1\"", SHIRT);
    assertThat(client.get("salesOrders?$filter=externalDocumentNumber eq 'SW-1'").path("value"))
        .hasSize(2);
  }

  @Test
  void documentNumbersAreCodesInUpperCase() throws Exception {
    JsonNode order = order(",\"externalDocumentNumber\":\"sw-1a\"", SHIRT);
    assertThat(order.path("externalDocumentNumber").asString()).isEqualTo("SW-1A");
    assertThat(client.get("salesOrders?$filter=externalDocumentNumber eq 'sw-1a'").path("value"))
        .hasSize(1);
  }

  @Test
  void aCouponIsANegativeLine() throws Exception {
    String coupon =
        "{\"lineType\":\"Account\",\"lineObjectNumber\":\"8400\",\"quantity\":1,\"unitPrice\":-10}";
    JsonNode order =
        order(",\"pricesIncludeTax\":true", SHIRT.replace("59.90", "64.90") + "," + coupon);
    assertThat(order.path("totalAmountExcludingTax").decimalValue()).isEqualByComparingTo("100.67");
    twin.shipAndInvoice("101001");
    JsonNode invoice = client.get("salesInvoices").path("value").path(0);
    assertThat(invoice.path("totalAmountExcludingTax").decimalValue())
        .isEqualByComparingTo("100.68");
    assertThat(invoice.path("totalAmountIncludingTax").decimalValue())
        .isEqualByComparingTo("119.80");
  }

  @Test
  void aFailingLineLeavesNoOrder() throws Exception {
    String unknown = "{\"lineType\":\"Item\",\"lineObjectNumber\":\"9999\",\"quantity\":1}";
    String refusal =
        client.refused(
            "POST",
            "salesOrders",
            "{\"customerNumber\":\"WEB\",\"salesOrderLines\":[%s,%s]}".formatted(SHIRT, unknown));
    assertThat(refusal)
        .startsWith(
            "400 Internal_InvalidTableRelation: The field No. of table Sales Line contains a value (9999)")
        .containsPattern("CorrelationId:  [0-9a-f-]{36}\\.$");
    assertThat(client.get("salesOrders").path("value")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|400 Application_DialogException: A \"customerNumber\" or a \"customerId\" must be provided.",
        "{\"customerNumber\":\"NONE\"}|400 Application_DialogException: The sell-to customer cannot be found.",
        "{\"customerNumber\":\"WEB\",\"colour\":1}|400 BadRequest: The property 'colour' does not exist",
        "{\"customerNumber\":\"WEB\",\"externalDocumentNumber\":\"123456789012345678901234567890123456\"}|400 Application_StringExceededLength",
        "{\"customerNumber\":\"WEB\",\"currencyCode\":\"XXX\"}|400 Application_DialogException: The \"currencyCode\" does not match to a Currency.",
        "{\"customerNumber\":\"WEB\",\"sellToCountry\":\"XX\"}|400 Internal_InvalidTableRelation: The field Sell-to Country/Region Code",
        "{\"customerNumber\":\"WEB\",\"status\":\"Open\"}|400 BadRequest_InvalidOperation: Control 'status' is read-only.",
        "{\"customerNumber\":\"WEB\",\"orderDate\":\"21.11.2026\"}|400 BadRequest: Cannot convert",
        "{\"customerNumber\":\"WEB\",\"discountAmount\":5}|400 Application_DialogException: There is no line that allows",
        "{\"customerNumber\":\"WEB\",\"salesOrderLines\":[{\"itemId\":\"11111111-2222-3333-4444-555555555555\"}]}|400 Application_DialogException: Item does not exist.",
        "{\"customerNumber\":\"WEB\",\"salesOrderLines\":[{\"accountId\":\"11111111-2222-3333-4444-555555555555\"}]}|400 Application_DialogException: Account does not exist.",
        "{\"customerNumber\":\"WEB\",\"salesOrderLines\":[{\"lineType\":\"Thing\"}]}|400 Unknown: 'Thing' is not an option.",
      })
  void badOrdersAreRefusedByNameAndCode(String body, String refusal) throws Exception {
    assertThat(client.refused("POST", "salesOrders", body)).startsWith(refusal);
  }

  @Test
  void customersMustBeUsableWhenTheOrderIsCreated() throws Exception {
    setup(
        "{\"customers\":[{\"number\":\"10000\",\"blocked\":\"All\"},{\"number\":\"20000\",\"generalBusinessGroup\":\"\"}]}");
    assertThat(client.refused("POST", "salesOrders", "{\"customerNumber\":\"10000\"}"))
        .startsWith(
            "400 Application_DialogException: You cannot create this type of document when Customer 10000 is blocked");
    assertThat(client.refused("POST", "salesOrders", "{\"customerNumber\":\"20000\"}"))
        .startsWith(
            "400 Application_FieldValidationException: Gen. Bus. Posting Group must have a value in Customer: No.=20000.");
  }

  @Test
  void itemsAndVatSetupMustBeUsable() throws Exception {
    setup(
        """
        {"items":[{"number":"1000","blocked":true},{"number":"1001","generalProductPostingGroupCode":""}],
         "vatPostingSetup":[{"business":"DOMESTIC","product":"VAT7","remove":true}]}""");
    String line =
        "{\"customerNumber\":\"WEB\",\"salesOrderLines\":[{\"lineType\":\"Item\",\"lineObjectNumber\":\"%s\"}]}";
    assertThat(client.refused("POST", "salesOrders", line.formatted("1000")))
        .startsWith(
            "400 Application_FieldValidationException: Blocked must be equal to 'No'  in Item: No.=1000.");
    assertThat(client.refused("POST", "salesOrders", line.formatted("1001")))
        .startsWith(
            "400 Application_FieldValidationException: Gen. Prod. Posting Group must have a value in Item: No.=1001.");
    assertThat(client.refused("POST", "salesOrders", line.formatted("1002")))
        .startsWith("404 Internal_RecordNotFound: The VAT Posting Setup does not exist.")
        .contains("VAT Prod. Posting Group='VAT7'");
  }

  @Test
  void aLineFetchesTheAgreedPriceUntilOneIsGivenAfterTheQuantity() throws Exception {
    setup(
        "{\"priceListLines\":[{\"priceListCode\":\"L\",\"lineNumber\":1,\"assetNumber\":\"1000\",\"unitPrice\":50}]}");
    JsonNode order =
        order(
            "",
            "{\"lineType\":\"Item\",\"lineObjectNumber\":\"1000\",\"quantity\":3},"
                + "{\"lineType\":\"Item\",\"lineObjectNumber\":\"1000\",\"unitPrice\":1,\"quantity\":3},"
                + "{\"lineType\":\"Item\",\"lineObjectNumber\":\"1000\",\"quantity\":3,\"unitPrice\":10,\"discountAmount\":2.5}");
    JsonNode lines = order.path("salesOrderLines");
    assertThat(lines.path(0).path("unitPrice").decimalValue()).isEqualByComparingTo("50");
    assertThat(lines.path(1).path("unitPrice").decimalValue()).isEqualByComparingTo("50");
    assertThat(lines.path(2).path("netAmount").decimalValue()).isEqualByComparingTo("27.50");
    assertThat(lines.path(2).path("discountPercent").decimalValue())
        .isEqualByComparingTo("8.33333");
  }

  @Test
  void theHeadersDiscountIsSpreadAndFollowsTheLines() throws Exception {
    JsonNode order = order("", SHIRT + "," + SHIPPING);
    String path = "salesOrders(" + order.path("id").asString() + ")";
    JsonNode discounted = client.patch(path, "{\"discountAmount\":10}");
    assertThat(discounted.path("discountAmount").decimalValue()).isEqualByComparingTo("10");
    assertThat(discounted.path("totalAmountExcludingTax").decimalValue())
        .isEqualByComparingTo("114.70");
    JsonNode lines = client.get(path + "/salesOrderLines").path("value");
    assertThat(lines.path(0).path("invoiceDiscountAllocation").decimalValue())
        .isEqualByComparingTo("9.61");
    assertThat(lines.path(1).path("invoiceDiscountAllocation").decimalValue())
        .isEqualByComparingTo("0.39");
    client.send(
        "DELETE",
        "salesOrderLines(" + lines.path(1).path("id").asString() + ")",
        "",
        "If-Match",
        "*");
    assertThat(client.get(path).path("totalAmountExcludingTax").decimalValue())
        .isEqualByComparingTo("109.80");
  }

  @Test
  void linesNeedTheirDocumentAndSomeOfTheirFieldsAreFixed() throws Exception {
    JsonNode order = order("", SHIRT);
    String id = order.path("id").asString();
    assertThat(client.refused("GET", "salesOrderLines", ""))
        .startsWith(
            "400 Application_DialogException: You must specify an Id or a Document Id to get the lines.");
    assertThat(client.refused("GET", "salesOrderLines/$count", ""))
        .contains("You must specify an Id or a Document Id to get the lines.");
    JsonNode line = client.get("salesOrderLines?$filter=documentId eq " + id).path("value").path(0);
    String path = "salesOrderLines(" + line.path("id").asString() + ")";
    assertThat(client.refused("PATCH", path, "{\"sequence\":5}", "If-Match", "*"))
        .contains("sequence cannot be modified");
    assertThat(client.refused("PATCH", path, "{\"quantity\":5}"))
        .startsWith("400 BadRequest_InvalidToken");
    JsonNode changed = client.patch(path, "{\"quantity\":5}");
    assertThat(changed.path("unitPrice").decimalValue())
        .as("without any agreement a price given by hand stays (pricing.md E29)")
        .isEqualByComparingTo("59.90");
    assertThat(client.get("salesOrders(" + id + ")").path("@odata.etag"))
        .isNotEqualTo(order.path("@odata.etag"));
  }

  @Test
  void aStaleTagIsA409() throws Exception {
    JsonNode order = order("", SHIRT);
    String path = "salesOrders(" + order.path("id").asString() + ")";
    String tag = order.path("@odata.etag").asString();
    HttpResponse<String> first =
        client.send("PATCH", path, "{\"externalDocumentNumber\":\"A\"}", "If-Match", tag);
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(client.refused("PATCH", path, "{\"externalDocumentNumber\":\"B\"}", "If-Match", tag))
        .startsWith("409 Request_EntityChanged: Another user has already changed the record.");
  }

  @Test
  void postingShipsInvoicesAndDeletesTheOrder() throws Exception {
    JsonNode order =
        order(
            ",\"externalDocumentNumber\":\"SW-7\",\"pricesIncludeTax\":true",
            SHIRT + "," + SHIPPING);
    String path = "salesOrders(" + order.path("id").asString() + ")";
    assertThat(client.send("POST", path + "/Microsoft.NAV.shipAndInvoice", "").statusCode())
        .isEqualTo(204);

    assertThat(client.send("GET", path, "").statusCode()).isEqualTo(404);
    JsonNode invoice =
        client
            .get("salesInvoices?$filter=externalDocumentNumber eq 'SW-7'&$expand=salesInvoiceLines")
            .path("value")
            .path(0);
    assertThat(invoice.path("orderNumber").asString()).isEqualTo("101001");
    assertThat(invoice.path("totalAmountIncludingTax").decimalValue())
        .isEqualByComparingTo("124.70");
    assertThat(invoice.path("salesInvoiceLines")).hasSize(2);
    JsonNode shipment =
        client
            .get("salesShipments?$filter=orderNumber eq '101001'&$expand=salesShipmentLines")
            .path("value")
            .path(0);
    assertThat(shipment.path("externalDocumentNumber").asString()).isEqualTo("SW-7");
    assertThat(shipment.path("salesShipmentLines").path(1).path("lineType").asString())
        .isEqualTo("G_x002F_L_x0020_Account");
    JsonNode entries = client.get("itemLedgerEntries?$filter=entryType eq 'Sale'").path("value");
    assertThat(entries).hasSize(1);
    assertThat(entries.path(0).path("quantity").decimalValue()).isEqualByComparingTo("-2");
    JsonNode truth = client.get("/_twin/truth/orders").path("orders");
    assertThat(truth.path(0).path("state").asString()).isEqualTo("invoiced");
    assertThat(truth.path(0).path("lineCount").asInt()).isEqualTo(2);
  }

  @Test
  void shippedOrdersStayUntilInvoicedAndReleasedOnesAreClosed() throws Exception {
    JsonNode order = order("", SHIRT);
    String path = "salesOrders(" + order.path("id").asString() + ")";
    assertThat(client.send("POST", "/_twin/orders/101001/ship", "").statusCode()).isEqualTo(204);
    JsonNode shipped = client.get(path);
    assertThat(shipped.path("fullyShipped").asBoolean()).isTrue();
    assertThat(shipped.path("status").asString()).isEqualTo("Open");
    assertThat(client.refused("PATCH", path, "{\"externalDocumentNumber\":\"B\"}", "If-Match", "*"))
        .startsWith("400 Application_FieldValidationException: Status must be equal to 'Open'");
    twin.shipAndInvoice("101001");
    assertThat(client.get("salesShipments").path("value")).hasSize(1);
    assertThat(client.get("salesInvoices").path("value")).hasSize(1);
  }

  @Test
  void partsAreShippedAndInvoicedUntilTheOrderIsDone() throws Exception {
    String line =
        "{\"lineType\":\"Item\",\"lineObjectNumber\":\"1000\",\"quantity\":3,\"unitPrice\":41.68,\"discountPercent\":10}";
    String path = "salesOrders(" + order("", line).path("id").asString() + ")";
    String part = "{\"lines\":[{\"sequence\":10000,\"quantity\":2}]}";
    assertThat(client.send("POST", "/_twin/orders/101001/shipAndInvoice", part).statusCode())
        .isEqualTo(204);

    JsonNode rest = client.get(path + "/salesOrderLines").path("value").path(0);
    assertThat(rest.path("shippedQuantity").decimalValue()).isEqualByComparingTo("2");
    assertThat(rest.path("shipQuantity").decimalValue()).isEqualByComparingTo("1");
    assertThat(client.get(path).path("fullyShipped").asBoolean()).isFalse();
    JsonNode invoice = client.get("salesInvoices").path("value").path(0);
    assertThat(invoice.path("totalAmountIncludingTax").decimalValue())
        .isEqualByComparingTo("89.27");
    assertThat(client.refused("POST", "/_twin/orders/101001/ship", part))
        .contains("You cannot ship more than 1 units.");
    twin.shipAndInvoice("101001");
    assertThat(client.send("GET", path, "").statusCode()).isEqualTo(404);
    assertThat(client.get("salesShipments").path("value")).hasSize(2);
    assertThat(
            client
                .get("salesInvoices")
                .path("value")
                .path(1)
                .path("totalAmountExcludingTax")
                .decimalValue())
        .isEqualByComparingTo("37.51");
  }

  @Test
  void releaseMovesTheDraftsNetToThePostedOne() throws Exception {
    String line =
        "{\"lineType\":\"Item\",\"lineObjectNumber\":\"1002\",\"quantity\":1,\"unitPrice\":2.50}";
    JsonNode order =
        order(",\"pricesIncludeTax\":true", String.join(",", line, line, line, line, line));
    assertThat(order.path("totalAmountExcludingTax").decimalValue()).isEqualByComparingTo("11.70");
    twin.release("101001");
    JsonNode released = client.get("salesOrders").path("value").path(0);
    assertThat(released.path("totalAmountExcludingTax").decimalValue())
        .isEqualByComparingTo("11.68");
  }

  @Test
  void invoiceRoundingAddsALineOnlyToTheInvoice() throws Exception {
    setup("{\"invoiceRounding\":{\"precision\":0.05,\"account\":\"8900\"}}");
    order(
        ",\"pricesIncludeTax\":true",
        "{\"lineType\":\"Item\",\"lineObjectNumber\":\"1000\",\"quantity\":1,\"unitPrice\":9.99}");
    twin.shipAndInvoice("101001");
    JsonNode invoice = client.get("salesInvoices?$expand=salesInvoiceLines").path("value").path(0);
    assertThat(invoice.path("totalAmountIncludingTax").decimalValue())
        .isEqualByComparingTo("10.00");
    assertThat(invoice.path("salesInvoiceLines").path(1).path("lineObjectNumber").asString())
        .isEqualTo("8900");
  }

  @Test
  void switchingToGrossPricesConvertsTheLines() throws Exception {
    JsonNode order =
        order("", "{\"lineType\":\"Item\",\"lineObjectNumber\":\"1000\",\"quantity\":1}");
    String path = "salesOrders(" + order.path("id").asString() + ")";
    client.patch(path, "{\"pricesIncludeTax\":true}");
    JsonNode line = client.get(path + "/salesOrderLines").path("value").path(0);
    assertThat(line.path("unitPrice").decimalValue()).isEqualByComparingTo("59.50");
    assertThat(client.get(path).path("totalAmountIncludingTax").decimalValue())
        .isEqualByComparingTo("59.50");
  }

  @Test
  void anotherCustomerBringsItsVat() throws Exception {
    JsonNode order = order("", SHIRT);
    String path = "salesOrders(" + order.path("id").asString() + ")";
    assertThat(order.path("totalTaxAmount").decimalValue()).isEqualByComparingTo("22.76");
    JsonNode french = client.patch(path, "{\"customerNumber\":\"WEB-FR\"}");
    assertThat(french.path("totalTaxAmount").decimalValue()).isEqualByComparingTo("23.96");
    JsonNode abroad = client.patch(path, "{\"customerNumber\":\"20000\"}");
    assertThat(abroad.path("totalTaxAmount").decimalValue()).isEqualByComparingTo("0");
  }

  @Test
  void dimensionsHangOnTheirDocument() throws Exception {
    String first = "salesOrders(" + order("", SHIRT).path("id").asString() + ")/dimensionSetLines";
    String second = "salesOrders(" + order("", SHIRT).path("id").asString() + ")/dimensionSetLines";
    String body = "{\"code\":\"KANAL\",\"valueCode\":\"SHOP\"}";
    JsonNode line = client.post(first, body);
    client.post(second, body);
    assertThat(line.path("id").asString()).isEqualTo(client.id("dimensions", "code", "KANAL"));
    String keyed = first + "(" + line.path("id").asString() + ")";
    assertThat(client.get(keyed).path("valueCode").asString()).isEqualTo("SHOP");
    assertThat(client.send("DELETE", keyed, "", "If-Match", "*").statusCode()).isEqualTo(204);
    assertThat(client.get(first).path("value")).isEmpty();
    assertThat(client.get(second).path("value")).hasSize(1);
    assertThat(client.refused("POST", first, "{\"code\":\"KANAL\",\"valueCode\":\"X\"}"))
        .startsWith("400 Application_DialogException")
        .contains("does not match to a Dimension Value");
    assertThat(client.refused("POST", second, body)).contains("already exists");
  }

  @Test
  void linesInheritTheDimensionsOfTheirDocumentAsTheyAreInserted() throws Exception {
    JsonNode order =
        client.post(
            "salesOrders",
            """
            {"customerNumber":"WEB",
             "salesOrderLines":[{"lineType":"Item","lineObjectNumber":"1000","quantity":1}],
             "dimensionSetLines":[{"code":"KANAL","valueCode":"SHOP"}]}""");
    String path = "salesOrders(" + order.path("id").asString() + ")";
    String line = client.get(path + "/salesOrderLines").at("/value/0/id").asString();
    String ofLine = "salesOrderLines(" + line + ")/dimensionSetLines";
    assertThat(client.get(ofLine).at("/value/0/valueCode").asString()).isEqualTo("SHOP");
    String ofOrder = path + "/dimensionSetLines";
    String keyed = ofOrder + "(" + client.get(ofOrder).at("/value/0/id").asString() + ")";
    assertThat(client.patch(keyed, "{\"valueCode\":\"LADEN\"}").path("valueCode").asString())
        .isEqualTo("LADEN");
    assertThat(client.get(ofLine).at("/value/0/valueCode").asString()).isEqualTo("SHOP");
  }

  @Test
  void anOpenOrderCanBeDeletedAShippedOneCannot() throws Exception {
    String path = "salesOrders(" + order("", SHIRT).path("id").asString() + ")";
    assertThat(client.refused("DELETE", path, "")).startsWith("400 BadRequest_InvalidToken");
    assertThat(client.send("DELETE", path, "", "If-Match", "*").statusCode()).isEqualTo(204);
    assertThat(client.send("GET", path, "").statusCode()).isEqualTo(404);
    String shipped = "salesOrders(" + order("", SHIRT).path("id").asString() + ")";
    twin.ship("101002");
    assertThat(client.refused("DELETE", shipped, "", "If-Match", "*"))
        .startsWith("400 Application_FieldValidationException");
  }

  @Test
  void someServersDeleteWithoutTag() throws Exception {
    try (var lax = BusinessCentralTwin.start(Options.quick().deletingWithoutTag())) {
      Client other = new Client(lax);
      JsonNode order = other.post("salesOrders", "{\"customerNumber\":\"WEB\"}");
      String path = "salesOrders(" + text(order, "id") + ")";
      assertThat(other.send("DELETE", path, "").statusCode()).isEqualTo(204);
    }
  }

  @Test
  void aNegativeTotalAndAnEmptyOrderCannotBePosted() throws Exception {
    order("", "");
    order("", SHIPPING.replace("\"quantity\":1", "\"quantity\":-1"));
    assertThat(client.refused("POST", "/_twin/orders/101001/shipAndInvoice", ""))
        .contains("There is nothing to post");
    assertThat(client.refused("POST", "/_twin/orders/101002/shipAndInvoice", ""))
        .contains("must be 0 or greater");
  }

  @Test
  void otherActionsAreNotImplemented() throws Exception {
    JsonNode order = order("", SHIRT);
    String path = "salesOrders(" + order.path("id").asString() + ")/Microsoft.NAV.release";
    assertThat(client.refused("POST", path, "")).startsWith("501 BadRequest_MethodNotImplemented");
  }
}
