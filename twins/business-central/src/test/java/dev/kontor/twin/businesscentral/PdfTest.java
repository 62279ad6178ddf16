package dev.kontor.twin.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Documents as PDF. */
class PdfTest extends TwinTest {
  private static final Charset LATIN = Charset.forName("windows-1252");

  @Test
  void eachReadingRendersNumberLinesAndTotalsAnew() throws Exception {
    order("", "{\"lineType\":\"Item\",\"lineObjectNumber\":\"1000\",\"quantity\":2}");
    twin.shipAndInvoice("101001");
    String invoice = "salesInvoices(" + text(first("salesInvoices"), "id") + ")/pdfDocument";
    JsonNode document = client.get(invoice);
    assertThat(text(document, "parentType")).isEqualTo("Sales_x0020_Invoice");
    assertThat(document.has("pdfDocumentContent@odata.mediaEditLink")).isFalse();
    assertThat(text(document, "pdfDocumentContent@odata.mediaReadLink"))
        .endsWith("/pdfDocument/pdfDocumentContent");
    HttpResponse<byte[]> once = client.bytes("GET", invoice + "/pdfDocumentContent", new byte[0]);
    HttpResponse<byte[]> twice = client.bytes("GET", invoice + "/pdfDocumentContent", new byte[0]);
    assertThat(once.headers().firstValue("Content-Type")).hasValue("application/pdf");
    assertThat(once.body()).isNotEqualTo(twice.body());
    String pdf = new String(once.body(), LATIN);
    assertThat(pdf)
        .startsWith("%PDF-1.4")
        .endsWith("%%EOF\n")
        .contains("Sales Invoice 103001", "Leinenhemd weiß", "Total incl. VAT 119.00 EUR");
    placesAreRight(pdf);
    assertThat(client.bytes("PATCH", invoice + "/pdfDocumentContent", new byte[1]).statusCode())
        .isEqualTo(405);
  }

  @Test
  void shipmentsAndCreditMemosHaveOneToo() throws Exception {
    order("", "{\"lineType\":\"Item\",\"lineObjectNumber\":\"1000\",\"quantity\":2}");
    twin.shipAndInvoice("101001");
    twin.cancelInvoice("103001");
    for (String set : new String[] {"salesShipments", "salesCreditMemos"}) {
      String path = set + "(" + text(first(set), "id") + ")/pdfDocument/pdfDocumentContent";
      String pdf = new String(client.bytes("GET", path, new byte[0]).body(), LATIN);
      assertThat(pdf).contains(text(first(set), "number"), "Leinenhemd");
    }
    assertThat(client.refused("GET", "pdfDocument", "")).startsWith("400");
  }

  @Test
  void longDocumentsTakeMorePages() throws Exception {
    String line = "{\"lineType\":\"Item\",\"lineObjectNumber\":\"1000\",\"quantity\":1}";
    JsonNode order = order("", String.join(",", java.util.Collections.nCopies(60, line)));
    String path = "salesOrders(" + text(order, "id") + ")/pdfDocument/pdfDocumentContent";
    String pdf = new String(client.bytes("GET", path, new byte[0]).body(), LATIN);
    assertThat(pdf).contains("/Count 2");
    placesAreRight(pdf);
  }

  // Every entry of the cross-reference table points at the object it names.
  private static void placesAreRight(String pdf) {
    int table =
        Integer.parseInt(pdf.substring(pdf.indexOf("startxref") + 10).strip().split("\n")[0]);
    assertThat(pdf.substring(table)).startsWith("xref");
    Matcher entry = Pattern.compile("(\\d{10}) 00000 n").matcher(pdf.substring(table));
    int number = 0;
    while (entry.find()) {
      number++;
      assertThat(pdf.substring(Integer.parseInt(entry.group(1)))).startsWith(number + " 0 obj");
    }
    assertThat(number).isGreaterThan(4);
  }
}
