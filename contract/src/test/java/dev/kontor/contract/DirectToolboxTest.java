package dev.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.kontor.spi.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DirectToolboxTest {

  private final AtomicInteger handled = new AtomicInteger();
  private final DirectToolbox toolbox =
      new DirectToolbox(InstantSource.system(), Duration.ofMinutes(1));
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/ok",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.createContext(
        "/cut",
        exchange -> {
          handled.incrementAndGet();
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    toolbox.close();
  }

  @Test
  void anAnswerIsAnAnswer() {
    assertThat(toolbox.http().write(post("/ok")).statusCode()).isEqualTo(204);
  }

  @Test
  void aWriteWithoutAnswerMayHaveBeenApplied() {
    Fault fault = Chapter.faultOf(() -> toolbox.http().write(post("/cut")));
    assertThat(fault).isInstanceOf(Fault.OutcomeUnknown.class);
    assertThat(handled).as("sent once, never repeated by the client").hasValue(1);
  }

  @Test
  void aReadWithoutAnswerIsUnavailable() {
    HttpRequest request = HttpRequest.newBuilder(at("/cut")).GET().build();
    assertThat(Chapter.faultOf(() -> toolbox.http().read(request)))
        .isInstanceOf(Fault.Unavailable.class);
  }

  @Test
  void aWriteNobodyTookIsUnavailable() {
    HttpRequest request = post("/ok");
    server.stop(0);
    assertThat(Chapter.faultOf(() -> toolbox.http().write(request)))
        .isInstanceOf(Fault.Unavailable.class);
  }

  private HttpRequest post(String path) {
    return HttpRequest.newBuilder(at(path)).POST(HttpRequest.BodyPublishers.ofString("{}")).build();
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }
}
