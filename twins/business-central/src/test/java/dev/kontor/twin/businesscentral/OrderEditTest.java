package dev.kontor.twin.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Changes to orders and their lines, and what the ERP refuses. */
class OrderEditTest extends TwinTest {
  private static final String SHIRTS =
      "{\"lineType\":\"Item\",\"lineObjectNumber\":\"1000\",\"quantity\":5,\"unitPrice\":10}";

  @Override
  Options options() {
    return Options.quick().withCompanion();
  }

  @Test
  void addressAndLinesChangeWhileTheOrderIsOpen() throws Exception {
    JsonNode order = order("", SHIRTS);
    String path = path(order);
    JsonNode moved =
        client.patch(
            path,
            "{\"shipToName\":\"Nachbar\",\"shipToAddressLine1\":\"Hof 2\",\"shipToCity\":\"Bremen\",\"shipToPostCode\":\"28195\",\"shipToCountry\":\"DE\"}");
    assertThat(text(moved, "shipToCity")).isEqualTo("Bremen");
    assertThat(text(moved, "sellToCity")).isEqualTo(text(order, "sellToCity"));
    client.post(
        path + "/salesOrderLines",
        "{\"lineType\":\"Item\",\"lineObjectNumber\":\"1003\",\"quantity\":2,\"unitPrice\":7}");
    assertThat(number(client.get(path), "totalAmountExcludingTax")).isEqualByComparingTo("64");
    assertThat(client.refused("PATCH", path, "{\"shipToCountry\":\"XX\"}", "If-Match", "*"))
        .startsWith("400 Internal_InvalidTableRelation");
    assertThat(client.refused("PATCH", path, "{\"shipToCity\":\"A\"}"))
        .startsWith("400 BadRequest_InvalidToken");
  }

  @Test
  void aStaleLineTagIsA409() throws Exception {
    JsonNode line = order("", SHIRTS).path("salesOrderLines").path(0);
    String path = "salesOrderLines(" + text(line, "id") + ")";
    String tag = text(client.get(path), "@odata.etag");
    client.send("PATCH", path, "{\"quantity\":6}", "If-Match", tag);
    assertThat(client.refused("PATCH", path, "{\"quantity\":7}", "If-Match", tag))
        .startsWith("409 Request_EntityChanged");
    assertThat(client.refused("DELETE", path, "", "If-Match", tag))
        .startsWith("409 Request_EntityChanged");
    assertThat(number(client.get(path), "quantity")).isEqualByComparingTo("6");
  }

  @Test
  void lessThanWasShippedCannotBeOrdered() throws Exception {
    JsonNode order = order("", SHIRTS);
    String line = "salesOrderLines(" + text(order.path("salesOrderLines").path(0), "id") + ")";
    client.patch(line, "{\"shipQuantity\":3}");
    twin.ship("101001");
    act(order, "reopen");
    assertThat(client.refused("PATCH", line, "{\"quantity\":2}", "If-Match", "*"))
        .startsWith(
            "400 Application_FieldValidationException: Quantity must not be less than Quantity Shipped in Sales Line: Document Type=Order, Document No.=101001, Line No.=10000.");
    JsonNode less = client.patch(line, "{\"quantity\":3}");
    assertThat(number(less, "shipQuantity")).isEqualByComparingTo("0");
    assertThat(number(less, "invoiceQuantity")).isEqualByComparingTo("3");
    assertThat(client.refused("PATCH", line, "{\"shipQuantity\":1}", "If-Match", "*"))
        .contains("You cannot ship more than 0 units.");
    assertThat(client.refused("DELETE", line, "", "If-Match", "*"))
        .contains("Qty. Shipped Not Invoiced must be equal to '0'  in Sales Line:")
        .contains("Current value is '3'");
    assertThat(client.refused("PATCH", line, "{\"shippedQuantity\":0}", "If-Match", "*"))
        .startsWith("400 BadRequest_InvalidOperation");
    assertThat(client.refused("DELETE", path(order), "", "If-Match", "*"))
        .contains("Qty. Shipped Not Invoiced must be equal to '0'");
    assertThat(
            client.refused(
                "PATCH", path(order), "{\"customerNumber\":\"WEB-FR\"}", "If-Match", "*"))
        .startsWith("400 Application_FieldValidationException: Quantity Shipped must be equal");
    twin.order("101001", "invoice", dev.kontor.twin.kit.Json.object());
    assertThat(client.send("GET", path(order), "").statusCode())
        .as("invoiced in full, so gone")
        .isEqualTo(404);
  }

  @Test
  void aPartlyInvoicedOrderCanBeDeleted() throws Exception {
    JsonNode order = order("", SHIRTS);
    client.send(
        "POST",
        "/_twin/orders/101001/shipAndInvoice",
        "{\"lines\":[{\"sequence\":10000,\"quantity\":2}]}");
    assertThat(client.send("DELETE", path(order), "", "If-Match", "*").statusCode()).isEqualTo(204);
    assertThat(client.get("salesInvoices").path("value")).hasSize(1);
  }

  @Test
  void anotherPayerIsCheckedAndBringsHisTerms() throws Exception {
    JsonNode order = order("", SHIRTS);
    JsonNode changed = client.patch(path(order), "{\"billToCustomerNumber\":\"10000\"}");
    assertThat(text(changed, "billToName")).isEqualTo("Möbel Meller KG");
    assertThat(text(changed, "customerNumber")).isEqualTo("WEB");
    assertThat(
            client.refused(
                "PATCH", path(order), "{\"billToCustomerNumber\":\"NONE\"}", "If-Match", "*"))
        .contains("The bill-to customer cannot be found.");
  }

  private void act(JsonNode order, String action) throws Exception {
    String path = "salesOrderDetails(" + text(order, "id") + ")/Microsoft.NAV." + action;
    assertThat(client.send("POST", companion(path), "").statusCode()).isEqualTo(204);
  }

  private static String path(JsonNode order) {
    return "salesOrders(" + text(order, "id") + ")";
  }
}
