package dev.kontor.twin.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Shipping and invoicing in parts, by the companion app's actions and by clerks. */
class PostingTest extends TwinTest {
  private static final String LINES =
      "{\"lineType\":\"Item\",\"lineObjectNumber\":\"1000\",\"quantity\":5,\"unitPrice\":10},"
          + "{\"lineType\":\"Item\",\"lineObjectNumber\":\"1003\",\"quantity\":1,\"unitPrice\":20}";

  private static final String NO_DATE = "0001-01-01";

  @Override
  Options options() {
    return Options.quick().withCompanion();
  }

  @Test
  void anOrderIsShippedTwiceAndInvoicedTwiceAndThenGone() throws Exception {
    setup(
        "{\"shippingAgents\":[{\"code\":\"DHL\",\"name\":\"DHL Paket\",\"internetAddress\":\"https://track.example/%1\",\"services\":[\"PAKET\"]}]}");
    JsonNode order = order(",\"externalDocumentNumber\":\"SW-1\"", LINES);
    String id = text(order, "id");
    JsonNode shirts = order.path("salesOrderLines").path(0);
    JsonNode belt = order.path("salesOrderLines").path(1);
    JsonNode chosen = client.patch(line(shirts), "{\"shipQuantity\":2}");
    assertThat(number(chosen, "invoiceQuantity")).isEqualByComparingTo("2");
    client.patch(line(belt), "{\"shipQuantity\":0}");
    act(id, "ship", parcel("JJD1", "dhl", "PAKET", "2026-03-01"));
    JsonNode open = client.get("salesOrders(" + id + ")");
    assertThat(open.path("fullyShipped").asBoolean()).isFalse();
    assertThat(text(open, "status")).isEqualTo("Open");
    JsonNode shipment = first(companion("salesShipmentDetails"));
    assertThat(text(shipment, "packageTrackingNumber")).isEqualTo("JJD1");
    assertThat(text(shipment, "shippingAgentName")).isEqualTo("DHL Paket");
    assertThat(text(shipment, "trackingUrl")).isEqualTo("https://track.example/JJD1");
    assertThat(text(shipment, "postingDate")).isEqualTo("2026-03-01");
    assertThat(text(shipment, "orderNumber")).isEqualTo("101001");

    act(id, "invoice", "");
    assertThat(number(first("salesInvoices"), "totalAmountExcludingTax"))
        .isEqualByComparingTo("20");
    assertThat(number(first("salesOrderLines?$filter=documentId eq " + id), "invoicedQuantity"))
        .isEqualByComparingTo("2");
    JsonNode shipped = first(companion("salesShipmentLineDetails"));
    assertThat(number(shipped, "quantityInvoiced")).isEqualByComparingTo("2");
    assertThat(shipped.path("orderLineNumber").asInt()).isEqualTo(10000);
    assertThat(refusedAct(id, "invoice", "")).contains("There is nothing to post.");

    act(id, "ship", parcel("JJD2", "", "", NO_DATE));
    assertThat(text(client.get("salesShipments").path("value").path(1), "postingDate"))
        .as("a blank date is none")
        .isNotEqualTo("2026-03-01");
    assertThat(client.get("salesOrders(" + id + ")").path("fullyShipped").asBoolean()).isTrue();
    act(id, "invoice", "");
    assertThat(client.send("GET", "salesOrders(" + id + ")", "").statusCode()).isEqualTo(404);
    assertThat(client.get("salesInvoices").path("value")).hasSize(2);
    assertThat(client.get("salesShipments?$filter=externalDocumentNumber eq 'SW-1'").path("value"))
        .hasSize(2);
    assertThat(number(first("items?$filter=number eq '1000'"), "inventory"))
        .isEqualByComparingTo("123");
    assertThat(number(client.get("salesInvoices").path("value").path(1), "totalAmountExcludingTax"))
        .isEqualByComparingTo("50");
  }

  @Test
  void releaseAndReopenGuardTheOrder() throws Exception {
    JsonNode order = order("", LINES);
    String id = text(order, "id");
    act(id, "release", "");
    JsonNode detail = client.get(companion("salesOrderDetails(" + id + ")"));
    assertThat(detail.path("released").asBoolean()).isTrue();
    assertThat(
            client.refused(
                "PATCH",
                line(order.path("salesOrderLines").path(0)),
                "{\"quantity\":9}",
                "If-Match",
                "*"))
        .contains("Document Type=Order, No.=101001. Current value is 'Released'.");
    act(id, "reopen", "");
    assertThat(
            number(
                client.patch(line(order.path("salesOrderLines").path(0)), "{\"quantity\":9}"),
                "quantity"))
        .isEqualByComparingTo("9");
    String empty = text(order("", ""), "id");
    assertThat(refusedAct(empty, "release", ""))
        .contains(
            "There is nothing to release for the document of type Order with the number 101002.");
    client.send("POST", "/_twin/orders/101001/review", "");
    assertThat(refusedAct(id, "release", ""))
        .contains("This document can only be released when the approval process is complete.");
    assertThat(refusedAct(id, "reopen", ""))
        .contains("The approval process must be cancelled or completed to reopen this document.");
    assertThat(
            client.refused("PATCH", "salesOrders(" + id + ")", "{\"email\":\"\"}", "If-Match", "*"))
        .contains("Current value is 'Pending Approval'");
  }

  @Test
  void cancellingClosesAnOrderNothingOfWhichWasShipped() throws Exception {
    String id = text(order("", LINES), "id");
    act(id, "cancel", "");
    assertThat(client.send("GET", "salesOrders(" + id + ")", "").statusCode()).isEqualTo(404);
    String shipped = text(order("", LINES), "id");
    act(shipped, "ship", parcel("", "", "", NO_DATE));
    assertThat(refusedAct(shipped, "cancel", ""))
        .startsWith(
            "400 Application_FieldValidationException: Quantity Shipped must be equal to '0'  in Sales Line: Document Type=Order, Document No.=101002, Line No.=10000. Current value is '5'.");
  }

  @Test
  void parametersOfAPostingAreChecked() throws Exception {
    String id = text(order("", LINES), "id");
    assertThat(refusedAct(id, "ship", "{\"colour\":\"red\"}")).startsWith("400 BadRequest: ");
    assertThat(refusedAct(id, "ship", "")).startsWith("400 BadRequest_RequiredParamNotProvided");
    assertThat(refusedAct(id, "ship", "{\"packageTrackingNumber\":\"JJD1\"}"))
        .startsWith("400 BadRequest_RequiredParamNotProvided: The parameter 'shippingAgentCode'");
    assertThat(refusedAct(id, "release", "{\"colour\":\"red\"}")).startsWith("400 BadRequest: ");
    assertThat(refusedAct(id, "ship", parcel("", "NONE", "", NO_DATE)))
        .startsWith("400 Internal_InvalidTableRelation");
    assertThat(refusedAct(id, "ship", parcel("1".repeat(51), "", "", NO_DATE)))
        .startsWith("400 Application_StringExceededLength");
    assertThat(refusedAct(id, "ship", parcel("", "", "", "soon")))
        .startsWith("400 BadRequest: Cannot convert the literal 'soon'");
    assertThat(refusedAct(id, "destroy", "")).startsWith("501");
    assertThat(client.get("salesShipments").path("value")).isEmpty();
  }

  @Test
  void detailsOfAnOrderAreWrittenWhileItIsOpen() throws Exception {
    String id = text(order("", LINES), "id");
    String detail = companion("salesOrderDetails(" + id + ")");
    client.patch(
        detail,
        "{\"paymentMethodCode\":\"PAYPAL\",\"yourReference\":\"PO 7\",\"workDescription\":\"Bitte als Geschenk\",\"locationCode\":\"MAIN\"}");
    assertThat(text(client.get(detail), "workDescription")).isEqualTo("Bitte als Geschenk");
    assertThat(client.refused("PATCH", detail, "{\"paymentMethodCode\":\"GOLD\"}", "If-Match", "*"))
        .startsWith("400 Internal_InvalidTableRelation");
    act(id, "release", "");
    assertThat(client.refused("PATCH", detail, "{\"locationCode\":\"OUTLET\"}", "If-Match", "*"))
        .contains("Status must be equal to 'Open'");
    act(id, "shipAndInvoice", parcel("X", "", "", NO_DATE));
    assertThat(text(first("salesInvoices"), "customerPurchaseOrderReference")).isEqualTo("PO 7");
  }

  @Test
  void clerksShipPartsWithATrackingNumberAndInvoiceThem() throws Exception {
    order("", LINES);
    twin.order(
        "101001",
        "ship",
        Json.MAPPER.readTree(
            "{\"lines\":[{\"sequence\":10000,\"quantity\":3}],\"packageTrackingNumber\":\"T3\"}"));
    twin.order("101001", "invoice", Json.object());
    JsonNode shipments = twin.truth("shipments").path("shipments");
    assertThat(text(shipments.path(0), "packageTrackingNumber")).isEqualTo("T3");
    assertThat(shipments.path(0).path("lines")).hasSize(1);
    assertThat(number(twin.truth("invoices").at("/invoices/0"), "totalAmountExcludingTax"))
        .isEqualByComparingTo("30");
    assertThat(client.refused("POST", "/_twin/orders/101001/cancel", ""))
        .startsWith("400 Application_FieldValidationException");
  }

  private static String parcel(String tracking, String agent, String service, String date) {
    return "{\"packageTrackingNumber\":\"%s\",\"shippingAgentCode\":\"%s\",\"shippingAgentServiceCode\":\"%s\",\"postingDate\":\"%s\"}"
        .formatted(tracking, agent, service, date);
  }

  private void act(String id, String action, String body) throws Exception {
    String path = companion("salesOrderDetails(" + id + ")/Microsoft.NAV." + action);
    assertThat(client.send("POST", path, body).statusCode()).as(action).isEqualTo(204);
  }

  private String refusedAct(String id, String action, String body) throws Exception {
    return client.refused(
        "POST", companion("salesOrderDetails(" + id + ")/Microsoft.NAV." + action), body);
  }

  private static String line(JsonNode line) {
    return "salesOrderLines(" + text(line, "id") + ")";
  }
}
