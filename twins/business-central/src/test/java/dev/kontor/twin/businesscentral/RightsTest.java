package dev.kontor.twin.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An app user whose permission sets leave something out. */
class RightsTest extends TwinTest {

  @Test
  void whatIsNotAllowedAnswers403AndTheRestGoesOn() throws Exception {
    String denied = "{\"unreadable\":[\"accounts\"],\"unwritable\":[\"salesOrders\"]}";
    assertThat(client.send("PUT", "/_twin/rights", denied).statusCode()).isEqualTo(204);
    assertThat(client.refused("GET", "accounts", ""))
        .startsWith("403 Authorization_Denied: Sorry, the current permissions prevented")
        .contains("CorrelationId");
    assertThat(client.refused("POST", "salesOrders", "{}")).startsWith("403 Authorization_Denied");
    assertThat(client.send("GET", "salesOrders", "").statusCode()).isEqualTo(200);
    assertThat(client.send("PUT", "/_twin/rights", "{}").statusCode()).isEqualTo(204);
    assertThat(client.send("GET", "accounts", "").statusCode()).isEqualTo(200);
  }
}
