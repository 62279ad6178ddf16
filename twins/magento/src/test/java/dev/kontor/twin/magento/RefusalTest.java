package dev.kontor.twin.magento;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.TwinClient.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the shop does not take, beyond the recorded refusals. */
class RefusalTest {
  private static final String COMMENTS = "/rest/V1/orders/1/comments";

  private MagentoTwin twin;
  private SignedClient shop;

  @BeforeEach
  void start() throws IOException {
    twin = MagentoTwin.start(Options.demo());
    shop = new SignedClient(twin.uri());
  }

  @AfterEach
  void stop() {
    shop.close();
    twin.close();
  }

  private String message(int status, Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    return reply.json().path("message").asString();
  }

  @Test
  void bodies() {
    assertThat(message(400, shop.post(COMMENTS, "{\"statusHistory\":{\"note_text\":\"x\"}}")))
        .isEqualTo("\"%fieldName\" is not supported. Correct the field name and try again.");
    assertThat(message(400, shop.post(COMMENTS, "{\"statusHistory\":")))
        .isEqualTo("Decoding error.");
    assertThat(message(400, shop.post(COMMENTS, "{}")))
        .isEqualTo("\"%fieldName\" is required. Enter and try again.");
    assertThat(
            message(
                400,
                shop.post(COMMENTS, "{\"statusHistory\":{\"comment\":[],\"entity_id\":\"x\"}}")))
        .isEqualTo(
            "Error occurred during \"comment\" processing. The \"array\" value's type is invalid."
                + " The \"string\" type was expected. Verify and try again.");
  }

  @Test
  void nestedFieldsAreNamedOnTheWayToThem() {
    String entity = "{\"entity\":{\"entity_id\":1,\"payment\":{\"amount_paid\":\"viel\"}}}";
    assertThat(message(400, shop.post("/rest/V1/orders", entity)))
        .startsWith(
            "Error occurred during \"payment\" processing. Error occurred during \"amount_paid\"");
  }

  @Test
  void criteria() {
    assertThat(message(400, shop.get("/rest/V1/orders")))
        .isEqualTo("\"%fieldName\" is required. Enter and try again.");
    assertThat(message(400, shop.get("/rest/V1/orders?searchCriteria[pageSize]=viele")))
        .isEqualTo(
            "Error occurred during \"pageSize\" processing. The \"viele\" value's type is invalid."
                + " The \"int\" type was expected. Verify and try again.");
    assertThat(message(400, shop.get("/rest/V1/orders?searchCriteria[groesse]=5")))
        .startsWith("\"%fieldName\" is not supported.");
    String sort = "/rest/V1/orders?searchCriteria[sortOrders][0][field]=";
    assertThat(message(500, shop.get(sort + "gibtsnicht"))).startsWith("Internal Error.");
    assertThat(
            message(400, shop.get(sort + "entity_id&searchCriteria[sortOrders][0][direction]=UP")))
        .startsWith("The sort order has to be specified");
  }

  @Test
  void methodsAndMedia() {
    assertThat(shop.send("PATCH", "/rest/V1/orders/1", "{}").status()).isEqualTo(405);
    assertThat(message(404, shop.send("DELETE", "/rest/V1/orders/1", null)))
        .isEqualTo("Request does not match any route.");
    assertThat(message(400, shop.get("/rest/V1/orders/eins")))
        .startsWith("The \"eins\" value's type is invalid. The \"int\" type");
  }

  @Test
  void inMaintenanceAPageComes() {
    shop.send("PUT", "/_twin/shop/maintenance", "{\"on\":true}");
    Reply reply = shop.post("/rest/V1/order/1/invoice", "{\"capture\":true}");
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.text()).contains("Service Temporarily Unavailable");
    assertThat(reply.headers().firstValue("Content-Type")).contains("text/html; charset=UTF-8");
    assertThat(reply.headers().firstValue("Retry-After")).isEmpty();
  }
}
