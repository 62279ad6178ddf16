package dev.kontor.twin.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Postings that the company's set-up or the user's rights do not let through. */
class PostingRefusalTest extends TwinTest {
  private static final String LINE =
      "{\"lineType\":\"Item\",\"lineObjectNumber\":\"1000\",\"quantity\":1,\"unitPrice\":10}";

  private String refused(JsonNode order) throws Exception {
    String path = "salesOrders(" + text(order, "id") + ")/Microsoft.NAV.shipAndInvoice";
    return client.refused("POST", path, "{}");
  }

  private void nothingWasPosted() throws Exception {
    assertThat(client.get("salesInvoices").path("value")).isEmpty();
    assertThat(client.get("salesShipments").path("value")).isEmpty();
  }

  @Test
  void anotherDayThanThoseAllowedIsRefused() throws Exception {
    JsonNode order = order("", LINE);
    setup("{\"allowPostingFrom\":\"2020-01-01\",\"allowPostingTo\":\"2020-01-31\"}");
    assertThat(refused(order))
        .startsWith("400 Application_DialogException: Posting Date is not within your range");
    nothingWasPosted();
  }

  @Test
  void aBlockedCustomersOrderIsNotPosted() throws Exception {
    JsonNode order = order("", LINE);
    setup("{\"customers\":[{\"number\":\"WEB\",\"blocked\":\"Ship\"}]}");
    assertThat(refused(order)).contains("You cannot post this type of document when Customer WEB");
    nothingWasPosted();
  }

  @Test
  void whoMayChangeOrdersMayNotPostThem() throws Exception {
    JsonNode order = order("", LINE);
    client.send("PUT", "/_twin/rights", "{\"unwritable\":[\"salesInvoices\"]}");
    assertThat(refused(order)).startsWith("403 Authorization_Denied");
    client.send("PUT", "/_twin/rights", "{}");
    nothingWasPosted();
  }
}
