package dev.kontor.app.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.kontor.engine.observe.CallResult;
import dev.kontor.engine.observe.Watch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Traces go where the standard environment says, and nowhere without it. */
final class TracesTest {

  private final List<String> received = new CopyOnWriteArrayList<>();
  private HttpServer collector;

  @BeforeEach
  void start() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          received.add(new String(body, StandardCharsets.ISO_8859_1));
          exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
  }

  @AfterEach
  void stop() {
    collector.stop(0);
  }

  private String endpoint() {
    return "http://127.0.0.1:" + collector.getAddress().getPort();
  }

  /** Closing the telemetry sends what is left. */
  private static void work(Map<String, String> environment) {
    try (Telemetry telemetry = Telemetry.of(environment);
        Watch.Work work = telemetry.work("orders", Watch.WorkKind.EFFECT, List.of(4_711L));
        Watch.Call call = telemetry.call("erp", true)) {
      call.ended(CallResult.OK);
    }
  }

  @Test
  void aRoundAndItsCallsAreSentWithTheMessage() {
    work(
        Map.of(
            "OTEL_EXPORTER_OTLP_ENDPOINT", endpoint(), "OTEL_EXPORTER_OTLP_COMPRESSION", "none"));
    assertThat(received).isNotEmpty();
    assertThat(String.join("", received))
        .contains("effect orders", "write erp", "kontor.message.id", "kontor.message.ids", "kontor")
        .contains("kontor.result");
  }

  @Test
  void withoutTheEnvironmentNothingIsSent() {
    work(Map.of());
    assertThat(received).isEmpty();
  }
}
