package dev.kontor.twin.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Batches with {@code Isolation: snapshot}: all or nothing, but for postings (behaviours.md §5).
 */
class SnapshotTest extends TwinTest {
  private static final String LINE =
      "{\"lineType\":\"Item\",\"lineObjectNumber\":\"1000\",\"quantity\":1}";
  private static final String BAD = part("POST", "salesOrders", "{\"customerNumber\":\"NONE\"}");

  @Test
  void aFailureUndoesAllBeforeIt() throws Exception {
    String order = path(order("", LINE));
    assertThat(statuses(describe(order, "one"), BAD)).containsExactly(200, 400);
    assertThat(text(client.get(order), "externalDocumentNumber")).isEmpty();
  }

  @Test
  void aPostingCommitsWithWhatStoodBeforeIt() throws Exception {
    String other = path(order("", LINE));
    JsonNode posted = order("", LINE);
    String ship = part("POST", path(posted) + "/Microsoft.NAV.shipAndInvoice", "{}");
    assertThat(statuses(describe(other, "before"), ship, describe(other, "after"), BAD))
        .containsExactly(200, 204, 200, 400);
    assertThat(client.send("GET", path(posted), "").statusCode()).isEqualTo(404);
    assertThat(text(first("salesInvoices"), "orderNumber")).isEqualTo(text(posted, "number"));
    assertThat(text(client.get(other), "externalDocumentNumber")).isEqualTo("BEFORE");
  }

  @Test
  void aCancelledInvoiceStaysCancelledWithItsCreditMemo() throws Exception {
    order("", LINE);
    twin.shipAndInvoice("101001");
    String invoice = "salesInvoices(" + text(first("salesInvoices"), "id") + ")";
    assertThat(statuses(part("POST", invoice + "/Microsoft.NAV.cancel", "{}"), BAD))
        .containsExactly(204, 400);
    assertThat(text(client.get(invoice), "status")).isEqualTo("Canceled");
    assertThat(text(first("salesCreditMemos"), "status")).isEqualTo("Corrective");
  }

  @Test
  void aPostedCreditMemoStaysPosted() throws Exception {
    order("", LINE);
    twin.shipAndInvoice("101001");
    String invoice = "salesInvoices(" + text(first("salesInvoices"), "id") + ")";
    String draft = invoice + "/Microsoft.NAV.makeCorrectiveCreditMemo";
    assertThat(statuses(part("POST", draft, "{}"), BAD)).containsExactly(204, 400);
    assertThat(client.get("salesCreditMemos").path("value")).as("a draft is no posting").isEmpty();
    client.send("POST", draft, "");
    String memo = "salesCreditMemos(" + text(first("salesCreditMemos"), "id") + ")";
    assertThat(statuses(part("POST", memo + "/Microsoft.NAV.post", "{}"), BAD))
        .containsExactly(204, 400);
    assertThat(text(client.get(memo), "status")).isEqualTo("Paid");
  }

  @Test
  void aPostedJournalStaysEmpty() throws Exception {
    setup("{\"paymentJournals\":[{\"code\":\"SHOP\",\"balancingAccount\":\"1200\"}]}");
    String journal = text(first("customerPaymentJournals?$filter=code eq 'SHOP'"), "id");
    String payments = "customerPaymentJournals(" + journal + ")/customerPayments";
    client.post(payments, "{\"customerNumber\":\"WEB\",\"amount\":-5}");
    assertThat(statuses(part("POST", "journals(" + journal + ")/Microsoft.NAV.post", "{}"), BAD))
        .containsExactly(204, 400);
    assertThat(client.get(payments).path("value")).isEmpty();
    assertThat(twin.truth("payments").path("payments")).hasSize(1);
  }

  private static String path(JsonNode order) {
    return "salesOrders(" + text(order, "id") + ")";
  }

  private static String describe(String order, String reference) {
    return part("PATCH", order, "{\"externalDocumentNumber\":\"" + reference + "\"}");
  }

  private static String part(String method, String path, String body) {
    return "{\"id\":\"1\",\"method\":\"%s\",\"url\":\"companies(%%1$s)/%s\",\"headers\":{\"If-Match\":\"*\"},\"body\":%s}"
        .formatted(method, path, body);
  }

  private List<Integer> statuses(String... parts) throws Exception {
    String requests = String.join(",", parts).formatted(twin.companyId());
    String body = "{\"requests\":[" + requests + "]}";
    JsonNode answer =
        Client.body(client.send("POST", twin.apiUri() + "/$batch", body, "Isolation", "snapshot"));
    return answer.path("responses").valueStream().map(r -> r.path("status").asInt()).toList();
  }
}
