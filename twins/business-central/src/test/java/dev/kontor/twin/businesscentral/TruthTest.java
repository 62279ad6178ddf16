package dev.kontor.twin.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What proofs compare with at the end of a day. */
class TruthTest extends TwinTest {
  @Test
  void theBooksOfADayAreAllThere() throws Exception {
    setup(
        "{\"priceListLines\":[{\"priceListCode\":\"A\",\"lineNumber\":1,\"assetNumber\":\"1003\",\"unitPrice\":9}]}");
    order(
        ",\"externalDocumentNumber\":\"SW-1\"",
        "{\"lineType\":\"Item\",\"lineObjectNumber\":\"1003\",\"quantity\":2}");
    twin.shipAndInvoice("101001");
    twin.pay("103001", new BigDecimal("10"));
    JsonNode invoice = told("invoices").path(0);
    assertThat(text(invoice, "externalDocumentNumber")).isEqualTo("SW-1");
    assertThat(number(invoice, "totalAmountIncludingTax")).isEqualByComparingTo("21.42");
    assertThat(number(invoice, "remainingAmount")).isEqualByComparingTo("11.42");
    assertThat(number(invoice.path("lines").path(0), "unitPrice")).isEqualByComparingTo("9");
    assertThat(number(told("shipments").path(0).path("lines").path(0), "quantityInvoiced"))
        .isEqualByComparingTo("2");
    assertThat(told("customerEntries")).hasSize(2);
    assertThat(text(told("customerEntries").path(1), "type")).isEqualTo("Payment");
    assertThat(number(told("prices").path(0), "unitPrice")).isEqualByComparingTo("9");
    JsonNode shirt =
        told("items")
            .valueStream()
            .filter(item -> text(item, "number").equals("1001"))
            .findFirst()
            .orElseThrow();
    assertThat(shirt.path("variants")).hasSize(2);
    assertThat(client.send("GET", "/_twin/truth/nothing", "").statusCode()).isEqualTo(404);
  }

  private JsonNode told(String what) throws Exception {
    JsonNode overHttp = client.get("/_twin/truth/" + what).path(what);
    assertThat(Json.parse(Json.bytes(twin.truth(what).path(what)))).isEqualTo(overHttp);
    return overHttp;
  }
}
