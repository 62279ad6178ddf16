package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.engine.db.Database;
import dev.kontor.proof.merchant.Order;
import dev.kontor.proof.merchant.Wire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What strangers and broken senders push at a served hub's door: refused, and nothing happens. */
class HostileWebhooksTest extends ServedHub {

  private static final int REPEATS = 50;
  private static final int TOO_LARGE = 17 * 1024 * 1024;

  /** The hub's own: signatures refused are put on record, and it says how it does. */
  private static final List<String> ITS_OWN = List.of("audit", "seal", "sight", "figure", "node");

  private URI door() {
    return operator.entrance().lastPush().uri();
  }

  private int push(BodyPublisher body, String signature) {
    HttpRequest.Builder request = HttpRequest.newBuilder(door()).POST(body);
    if (!signature.isEmpty()) {
      request.header("shopware-shop-signature", signature);
    }
    return Wire.send(request.build()).statusCode();
  }

  private int push(String body) {
    return push(BodyPublishers.ofString(body), "");
  }

  private Map<String, Long> rows() {
    operator.rest("orders");
    try (Database database = Database.open(operator.database())) {
      Map<String, Long> rows = DatabaseDump.rows(database.general());
      rows.keySet().removeIf(table -> ITS_OWN.stream().anyMatch(table::contains));
      return rows;
    }
  }

  /** Says that it will send more, and never does. */
  private Socket silent() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), door().getPort());
    socket.setSoTimeout((int) Await.PATIENCE.toMillis());
    String head = "POST /shop/webhook HTTP/1.1\r\nHost: hub\r\nContent-Length: 1000\r\n\r\n{";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  @Test
  void theyAreRefusedAndNothingHappens() throws Exception {
    operator.serve(yaml -> yaml);
    JsonNode order = operator.pair().place(Order.of(ANNE, "AH-1005", 1));
    operator.settle();
    HttpRequest real = operator.entrance().lastPush();
    Map<String, Long> before = rows();
    try (Socket slow = silent()) {
      forged(real, order);
      replayed(real);
      malformed();
      oversized();
      assertThat(rows()).isEqualTo(before).containsKeys("message", "payload", "arrival");
      buyersAreServed();
      // The server gives up, answers, and closes.
      String answer = new String(slow.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(answer).startsWith("HTTP/1.1 408");
    }
    Told verified = operator.told("verify-ledger");
    assertThat(verified.status()).as(verified.all()).isZero();
  }

  private void forged(HttpRequest real, JsonNode order) {
    String id = order.path("id").asString();
    String body =
        """
        {"data": {"event": "order.written", "payload": [{"entity": "order", "operation": "update",
         "primaryKey": "%s"}]}, "source": {"shopId": "someone", "eventId": "forged"}}
        """
            .formatted(id);
    String signature = real.headers().firstValue("shopware-shop-signature").orElseThrow();
    assertThat(push(body)).isEqualTo(401);
    assertThat(push(BodyPublishers.ofString(body), "0".repeat(64))).isEqualTo(401);
    assertThat(push(BodyPublishers.ofString(body), signature)).isEqualTo(401);
  }

  /** The shop signed it, so it is taken, and changes nothing however often it comes. */
  private static void replayed(HttpRequest real) {
    for (int i = 0; i < REPEATS; i++) {
      assertThat(Wire.send(real).statusCode()).isEqualTo(200);
    }
  }

  private void malformed() {
    for (String body :
        List.of("", "no json", "[1]", "{", "\u0000", "[".repeat(100_000), "{\"a\"}")) {
      assertThat(push(body)).as(body).isEqualTo(400);
    }
    assertThat(push(BodyPublishers.ofByteArray(new byte[] {(byte) 0xc3, 0x28}), "")).isEqualTo(400);
  }

  private void oversized() {
    byte[] large = new byte[TOO_LARGE];
    BodyPublisher unstated = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
    for (BodyPublisher body : List.of(BodyPublishers.ofByteArray(large), unstated)) {
      assertThat(isTooLarge(body)).isTrue();
    }
  }

  /** A server that has heard enough may hang up before all is sent. */
  private boolean isTooLarge(BodyPublisher body) {
    try {
      return push(body, "") == 413;
    } catch (UncheckedIOException hungUp) {
      return true;
    }
  }

  private void buyersAreServed() {
    operator.pair().place(Order.of("after@kunde.example", "AH-1005", 1));
    operator.settle();
    assertThat(operator.pair().truth().erpOrders()).hasSize(2);
  }
}
