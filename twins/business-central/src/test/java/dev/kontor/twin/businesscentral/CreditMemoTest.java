package dev.kontor.twin.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Cancelling a posted invoice. */
class CreditMemoTest extends TwinTest {
  private static final String SHIRT =
      "{\"lineType\":\"Item\",\"lineObjectNumber\":\"1000\",\"quantity\":2}";

  @Test
  void aCancelledInvoiceLeavesACreditMemoWithItsReferenceAndTheGoodsBack() throws Exception {
    order(",\"externalDocumentNumber\":\"SW-1\"", SHIRT);
    twin.shipAndInvoice("101001");
    assertThat(inventory()).isEqualTo("126");
    JsonNode invoice = client.get("salesInvoices").at("/value/0");
    String cancel = "salesInvoices(" + text(invoice, "id") + ")/Microsoft.NAV.cancel";
    assertThat(client.send("POST", cancel, "").statusCode()).isEqualTo(204);
    JsonNode memo =
        client
            .get(
                "salesCreditMemos?$filter=externalDocumentNumber eq"
                    + " 'SW-1'&$expand=salesCreditMemoLines")
            .at("/value/0");
    assertThat(text(memo, "status")).isEqualTo("Corrective");
    assertThat(text(memo, "invoiceNumber")).isEqualTo(text(invoice, "number"));
    assertThat(memo.path("totalAmountIncludingTax").decimalValue())
        .isEqualByComparingTo(invoice.path("totalAmountIncludingTax").decimalValue());
    assertThat(memo.path("salesCreditMemoLines")).hasSize(1);
    assertThat(inventory()).isEqualTo("128");
    assertThat(text(client.get("salesInvoices").at("/value/0"), "status")).isEqualTo("Canceled");
    assertThat(client.get("/_twin/truth/creditMemos").path("creditMemos")).hasSize(1);
  }

  @Test
  void aPersonCancelsOnlyOnce() throws Exception {
    order("", SHIRT);
    twin.shipAndInvoice("101001");
    twin.cancelInvoice("103001");
    assertThat(client.refused("POST", "/_twin/invoices/103001/cancel", ""))
        .startsWith("400 Application_DialogException");
    assertThat(client.refused("POST", "/_twin/invoices/999/cancel", "")).startsWith("404");
  }

  @Test
  void creditMemosAndTheirLinesObeyTheRulesOfDocuments() throws Exception {
    assertThat(client.refused("GET", "salesCreditMemoLines", ""))
        .contains("You must specify an Id or a Document Id");
    assertThat(client.refused("POST", "salesInvoices", "{}")).startsWith("405");
  }

  private String inventory() throws Exception {
    JsonNode item = client.get("items?$filter=number eq '1000'").at("/value/0");
    return item.path("inventory").decimalValue().toPlainString();
  }

  @Test
  void aDraftIsWrittenPostedAndSettlesItsInvoice() throws Exception {
    order("", SHIRT);
    twin.shipAndInvoice("101001");
    JsonNode invoice = first("salesInvoices");
    JsonNode memo =
        client.post(
            "salesCreditMemos?$expand=salesCreditMemoLines",
            """
            {"customerNumber":"WEB","externalDocumentNumber":"R-1","invoiceId":"%s","salesCreditMemoLines":[
              {"lineType":"Item","lineObjectNumber":"1000","quantity":1,"unitPrice":50,"discountAmount":5},
              {"lineType":"Account","lineObjectNumber":"8800","quantity":1,"unitPrice":3}]}"""
                .formatted(text(invoice, "id")));
    assertThat(text(memo, "status")).isEqualTo("Draft");
    assertThat(text(memo, "invoiceNumber")).isEqualTo("103001");
    assertThat(number(memo, "totalAmountExcludingTax")).isEqualByComparingTo("48");
    String path = "salesCreditMemos(" + text(memo, "id") + ")";
    assertThat(client.send("POST", path + "/Microsoft.NAV.post", "").statusCode()).isEqualTo(204);
    JsonNode posted = client.get(path);
    assertThat(text(posted, "number")).isEqualTo("104001").isNotEqualTo(text(memo, "number"));
    assertThat(text(posted, "status")).isEqualTo("Paid");
    assertThat(number(posted, "totalAmountIncludingTax")).isEqualByComparingTo("57.12");
    assertThat(number(first("salesInvoices"), "remainingAmount")).isEqualByComparingTo("61.88");
    assertThat(inventory()).as("one of the two is back").isEqualTo("127");
    assertThat(client.refused("POST", path + "/Microsoft.NAV.post", ""))
        .contains("The action can be applied to a draft credit memo only.");
    assertThat(client.refused("DELETE", path, "", "If-Match", "*"))
        .contains("The action can be applied to a draft credit memo only.");
    assertThat(client.refused("PATCH", path, "{\"email\":\"\"}", "If-Match", "*"))
        .contains("Status must be equal to 'Open'");
    String cancel = "salesInvoices(" + text(invoice, "id") + ")/Microsoft.NAV.cancel";
    assertThat(client.refused("POST", cancel, ""))
        .contains("because it is fully or partially paid");
    assertThat(client.refused("POST", cancel.replace("cancel", "makeCorrectiveCreditMemo"), ""))
        .contains("The invoice is partially paid or credited.");
  }

  @Test
  void nothingIsAppliedToAnInvoiceThatIsPaid() throws Exception {
    order("", SHIRT);
    twin.shipAndInvoice("101001");
    twin.pay("103001", new java.math.BigDecimal("119"));
    JsonNode memo =
        client.post(
            "salesCreditMemos",
            """
            {"customerNumber":"WEB","invoiceNumber":"103001","salesCreditMemoLines":[
              {"lineType":"Item","lineObjectNumber":"1000","quantity":1,"unitPrice":50}]}""");
    String path = "salesCreditMemos(" + text(memo, "id") + ")";
    assertThat(client.refused("POST", path + "/Microsoft.NAV.post", ""))
        .contains("The Cust. Ledger Entry does not exist.");
    client.send("PATCH", path, "{\"invoiceNumber\":\"\"}", "If-Match", "*");
    assertThat(text(client.get(path), "status")).isEqualTo("Draft");
  }

  @Test
  void aCorrectiveMemoBeginsAsADraftOverTheWholeInvoice() throws Exception {
    order(",\"externalDocumentNumber\":\"SW-9\",\"pricesIncludeTax\":true", SHIRT + "," + SHIRT);
    twin.shipAndInvoice("101001");
    String invoice = "salesInvoices(" + text(first("salesInvoices"), "id") + ")";
    String make = invoice + "/Microsoft.NAV.makeCorrectiveCreditMemo";
    assertThat(client.send("POST", make, "").statusCode()).isEqualTo(204);
    JsonNode draft =
        first("salesCreditMemos?$filter=invoiceNumber eq '103001'&$expand=salesCreditMemoLines");
    assertThat(text(draft, "status")).isEqualTo("Draft");
    assertThat(number(draft, "totalAmountIncludingTax"))
        .isEqualByComparingTo(number(first("salesInvoices"), "totalAmountIncludingTax"));
    JsonNode line = draft.path("salesCreditMemoLines").path(0);
    client.send("DELETE", "salesCreditMemoLines(" + text(line, "id") + ")", "", "If-Match", "*");
    client.send("POST", "salesCreditMemos(" + text(draft, "id") + ")/Microsoft.NAV.post", "");
    assertThat(text(first("salesInvoices"), "status")).isEqualTo("Open");
    assertThat(number(first("salesInvoices"), "remainingAmount"))
        .as("half of 4 shirts at 59.50 with VAT")
        .isEqualByComparingTo("119.00");
    assertThat(inventory()).isEqualTo("126");
  }

  @Test
  void draftsAreCheckedAndDeleted() throws Exception {
    assertThat(client.refused("POST", "salesCreditMemos", "{}"))
        .contains("A \"customerNumber\" or a \"customerId\" must be provided.");
    assertThat(
            client.refused(
                "POST",
                "salesCreditMemos",
                "{\"customerNumber\":\"WEB\",\"invoiceId\":\"11111111-2222-3333-4444-555555555555\"}"))
        .contains("The \"invoiceId\" does not match to an Invoice.");
    JsonNode memo = client.post("salesCreditMemos", "{\"customerNumber\":\"WEB\"}");
    String path = "salesCreditMemos(" + text(memo, "id") + ")";
    assertThat(client.refused("POST", path + "/Microsoft.NAV.post", ""))
        .contains("Please add at least one line item to the credit memo.");
    assertThat(client.refused("POST", path + "/Microsoft.NAV.cancel", ""))
        .contains("The action can be applied to a posted credit memo only.");
    assertThat(client.send("DELETE", path, "", "If-Match", "*").statusCode()).isEqualTo(204);
    assertThat(client.get("salesCreditMemos").path("value")).isEmpty();
  }

  @Test
  void cancellingAPartsInvoiceOpensItsOrderAgain() throws Exception {
    JsonNode order = order("", SHIRT);
    client.send(
        "POST",
        "/_twin/orders/101001/shipAndInvoice",
        "{\"lines\":[{\"sequence\":10000,\"quantity\":1}]}");
    twin.cancelInvoice("103001");
    JsonNode line = first("salesOrderLines?$filter=documentId eq " + text(order, "id"));
    assertThat(number(line, "shippedQuantity")).isEqualByComparingTo("0");
    assertThat(number(line, "shipQuantity")).isEqualByComparingTo("2");
    assertThat(inventory()).isEqualTo("128");
  }

  @Test
  void clerksCreditPartsAndCorrectInvoices() throws Exception {
    order("", SHIRT);
    twin.shipAndInvoice("101001");
    twin.invoice(
        "103001",
        "creditMemo",
        dev.kontor.twin.kit.Json.MAPPER.readTree(
            "[{\"sequence\":10000,\"quantity\":1,\"restock\":false}]"));
    assertThat(inventory()).as("the piece did not come back").isEqualTo("126");
    assertThat(number(first("salesInvoices"), "remainingAmount")).isEqualByComparingTo("59.50");
    order("", SHIRT);
    twin.shipAndInvoice("101002");
    assertThat(
            client
                .send(
                    "POST",
                    "/_twin/invoices/103002/correct",
                    "{\"lines\":[{\"sequence\":10000,\"quantity\":1}]}")
                .statusCode())
        .isEqualTo(204);
    JsonNode corrected = first("salesInvoices?$filter=number eq '103003'");
    assertThat(number(corrected, "totalAmountIncludingTax")).isEqualByComparingTo("59.50");
    assertThat(text(first("salesInvoices?$filter=number eq '103002'"), "status"))
        .isEqualTo("Canceled");
    assertThat(inventory()).isEqualTo("125");
  }
}
