package dev.kontor.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether alerts arrive is tried before one is needed. */
class AlertsCommandTest {

  @TempDir private Path directory;

  private Ran test(int port, String... arguments) throws IOException {
    Files.writeString(directory.resolve("secret"), "planted-secret-of-it");
    Path file = directory.resolve("kontor.yaml");
    Files.writeString(
        file,
        """
        connections: {}
        alerts:
          receivers:
            hook: {webhook: {url: "http://127.0.0.1:%d/", secret: {file: secret}}}
            dead: {webhook: {url: "http://127.0.0.1:1/", secret: {file: secret}}}
        """
            .formatted(port));
    return Ran.kontor(
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of("alerts", "test", "--config", file.toString()),
                java.util.stream.Stream.of(arguments))
            .toArray(String[]::new));
  }

  @Test
  void eachReceiverSaysWhatBecameOfIt() throws IOException {
    AtomicInteger calls = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    try {
      int port = server.getAddress().getPort();
      Ran both = test(port);
      assertThat(both.status()).isEqualTo(1);
      assertThat(both.out())
          .contains("hook (webhook): sent")
          .contains("dead (webhook): not reached: no connection")
          .doesNotContain("planted");
      assertThat(test(port, "--receiver=hook").status()).isZero();
      assertThat(calls.get()).isEqualTo(2);
      assertThat(test(port, "--receiver=hok").err())
          .contains("none of the receivers: [hook, dead]");
    } finally {
      server.stop(0);
    }
  }
}
