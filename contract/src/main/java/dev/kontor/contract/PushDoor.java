package dev.kontor.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kontor.spi.Inbox;
import dev.kontor.spi.RawRequest;
import dev.kontor.spi.Received;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The hub's door as a twin sees it: hands requests to an inbox and keeps what was pushed. */
public final class PushDoor implements AutoCloseable {

  private static final int SECONDS = 20;

  private final HttpServer server;
  private final Supplier<Inbox> inbox;
  private final BlockingQueue<RawRequest> pushed = new LinkedBlockingQueue<>();

  public PushDoor(Supplier<Inbox> inbox) {
    this.inbox = inbox;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The next push with all these texts in its body. */
  public RawRequest next(String... texts) {
    try {
      while (true) {
        RawRequest request = pushed.poll(SECONDS, TimeUnit.SECONDS);
        if (request == null) {
          throw new IllegalStateException("nothing was pushed");
        }
        String body = new String(request.body(), StandardCharsets.UTF_8);
        if (java.util.Arrays.stream(texts).allMatch(body::contains)) {
          return request;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = new HashMap<>();
      exchange
          .getRequestHeaders()
          .forEach((k, v) -> headers.put(k.toLowerCase(Locale.ROOT), String.join(",", v)));
      String query = exchange.getRequestURI().getRawQuery();
      RawRequest request =
          new RawRequest(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              query == null ? "" : query,
              headers,
              exchange.getRequestBody().readAllBytes());
      Received received = inbox.get().receive(request);
      byte[] body = received.reply().body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(received.reply().status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
      pushed.add(request);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
