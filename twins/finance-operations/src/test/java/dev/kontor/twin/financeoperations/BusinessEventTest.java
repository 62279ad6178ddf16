package dev.kontor.twin.financeoperations;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.ManualClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Events reach their endpoint, are repeated, and wait for a person in the end. */
final class BusinessEventTest {
  private static final String CONFIRMED = "SalesOrderConfirmedBusinessEvent";
  private final BlockingQueue<JsonNode> came = new LinkedBlockingQueue<>();
  private volatile int status = 200;
  private HttpServer endpoint;
  private Desk desk;
  private String order = "";

  @BeforeEach
  void start() throws IOException {
    desk = new Desk(Options.quick().at(new ManualClock("2026-06-01T09:00:00Z")));
    desk.set("eventRetryMs", 1);
    endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    endpoint.createContext(
        "/",
        exchange -> {
          came.add(Json.parse(exchange.getRequestBody().readAllBytes()));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    endpoint.start();
    order = desk.order("10000", "");
    desk.line(order, "AH-1003", "1", ",'ShippingWarehouseId':'11'");
  }

  @AfterEach
  void stop() {
    desk.close();
    endpoint.stop(0);
  }

  private void activate() throws InterruptedException {
    desk.control(
        "businessEvents",
        "{'url':'http://127.0.0.1:%d/hook','events':['%s']}"
            .formatted(endpoint.getAddress().getPort(), CONFIRMED));
    assertThat(next().path("BusinessEventId").asString()).contains("Test");
  }

  private JsonNode next() throws InterruptedException {
    JsonNode event = came.poll(5, TimeUnit.SECONDS);
    assertThat(event).isNotNull();
    return event == null ? Json.object() : event;
  }

  @Test
  void anEventTellsWhatHappenedAndWhen() throws InterruptedException {
    activate();
    desk.control("orders/demf/" + order + "/confirm", "");
    JsonNode first = next();
    assertThat(first.path("BusinessEventId").asString()).isEqualTo(CONFIRMED);
    assertThat(first.path("EventTime").asString()).isEqualTo("/Date(1780304400000)/");
    assertThat(first.path("LegalEntity").asString()).isEqualTo("demf");
    assertThat(first.path("SalesOrderId").asString()).isEqualTo(order);
    desk.control("orders/demf/" + order + "/confirm", "");
    assertThat(next().path("ControlNumber").asLong())
        .isGreaterThan(first.path("ControlNumber").asLong());
    desk.control("orders/demf/" + order + "/pack", "");
    assertThat(came).isEmpty();
  }

  @Test
  void whatNobodyTakesIsRepeatedAndThenWaits() throws InterruptedException {
    activate();
    status = 500;
    desk.control("orders/demf/" + order + "/confirm", "");
    JsonNode id = next().path("EventId");
    for (int i = 0; i < 3; i++) {
      assertThat(next().path("EventId")).isEqualTo(id);
    }
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (failed() == 0 && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(failed()).isOne();
    status = 200;
    desk.control("businessEvents/resend", "");
    assertThat(next().path("EventId")).isEqualTo(id);
    assertThat(failed()).isZero();
  }

  private int failed() {
    return desk.client.get("/_twin/businessEvents").path("failed").size();
  }

  @Test
  void anEndpointThatRefusesTheTestIsNotActivated() {
    status = 404;
    String body =
        "{\"url\":\"http://127.0.0.1:%d/\",\"events\":[\"%s\"]}"
            .formatted(endpoint.getAddress().getPort(), CONFIRMED);
    assertThat(desk.client.send("POST", "/_twin/businessEvents", body).status()).isEqualTo(400);
  }

  @Test
  void aDuplicateIsOneEventTwice() throws InterruptedException {
    activate();
    desk.twin.dials().set("webhookDuplicateProbability", "1");
    desk.control("orders/demf/" + order + "/confirm", "");
    assertThat(next().path("EventId")).isEqualTo(next().path("EventId"));
  }
}
