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

  private static String text(JsonNode node, String name) {
    return node.path(name).asString();
  }
}
