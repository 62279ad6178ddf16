package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.proof.merchant.Order;
import dev.kontor.proof.merchant.Wire;
import dev.kontor.twin.kit.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What strangers and broken senders push at the shop's door. */
class PushedBytesTest extends OpenShop {

  private static final int LARGE = 8 * 1024 * 1024;
  private static final String STRANGE = "f".repeat(32);

  PushedBytesTest() {
    super();
  }

  @AfterEach
  void buyersAreServedStill() {
    merchant.place(Order.of("after@kunde.example", "AH-1005", 1));
    merchant.settle(Await.PATIENCE);
    assertThat(merchant.truth().differences()).isEmpty();
  }

  private int push(byte[] body, String signature) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(merchant.door().uri("shop") + "/webhook"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (!signature.isEmpty()) {
      request.header("shopware-shop-signature", signature);
    }
    return Wire.send(request.build()).statusCode();
  }

  private static byte[] notice() {
    ObjectNode body = Json.object();
    body.putObject("data")
        .put("event", "order.written")
        .putArray("payload")
        .addObject()
        .put("entity", "order")
        .put("operation", "insert")
        .put("primaryKey", STRANGE);
    body.putObject("source").put("shopId", "someone").put("eventId", "e");
    return Json.bytes(body);
  }

  private List<String> refusals() {
    return Transactions.run(
        merchant.database().general(),
        c ->
            Jdbc.query(
                c,
                "select details from audit where kind = 'door.refused' order by id",
                row -> row.getString(1)));
  }

  private long messages() {
    return Transactions.run(
        merchant.database().general(),
        c ->
            Jdbc.query(
                    c,
                    "select count(*) from message where source_id = ?",
                    row -> row.getLong(1),
                    STRANGE)
                .getFirst());
  }

  @Test
  void aForgedWebhookIsRefusedAndRecorded() {
    assertThat(push(notice(), "0".repeat(64))).isEqualTo(401);
    assertThat(push(notice(), "")).isEqualTo(401);
    assertThat(refusals())
        .anyMatch(r -> r.contains("signature"))
        .anyMatch(r -> r.contains("unsigned"));
    assertThat(messages()).isZero();
  }

  @Test
  void garbageIsAnsweredClearly() {
    assertThat(push("no json".getBytes(StandardCharsets.UTF_8), "")).isEqualTo(400);
    assertThat(push(new byte[0], "")).isEqualTo(400);
    assertThat(push("[1]".getBytes(StandardCharsets.UTF_8), "")).isEqualTo(400);
    assertThat(push(new byte[] {(byte) 0xc3, 0x28, 0}, "")).isEqualTo(400);
    assertThat(push("[".repeat(100_000).getBytes(StandardCharsets.UTF_8), "")).isEqualTo(400);
  }

  @Test
  void anOversizedBodyIsAnsweredClearly() {
    assertThat(push(new byte[LARGE], "")).isBetween(400, 499);
    assertThat(merchant.hub().verify().tampered()).isFalse();
  }
}
