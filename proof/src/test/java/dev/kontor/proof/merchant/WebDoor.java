package dev.kontor.proof.merchant;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kontor.engine.Hub;
import dev.kontor.spi.RawRequest;
import dev.kontor.spi.Received;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The hub's door on the network; answers 503 while no hub runs. */
public final class WebDoor implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile @Nullable Hub hub;

  public WebDoor() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** Where a connection's system pushes to. */
  public URI uri(String connection) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + connection);
  }

  public void lead(@Nullable Hub to) {
    hub = to;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String[] path = exchange.getRequestURI().getPath().split("/", 3);
      byte[] body = exchange.getRequestBody().readAllBytes();
      Received.Reply reply = reply(exchange, path[1], "/" + (path.length > 2 ? path[2] : ""), body);
      byte[] answer = reply.body().getBytes(StandardCharsets.UTF_8);
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(reply.status(), answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private Received.Reply reply(HttpExchange exchange, String connection, String path, byte[] body) {
    Hub to = hub;
    if (to == null) {
      return Received.Reply.of(503);
    }
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((n, values) -> headers.put(n.toLowerCase(Locale.ROOT), String.join(",", values)));
    String query = exchange.getRequestURI().getRawQuery();
    return to.door()
        .receive(
            connection,
            new RawRequest(
                exchange.getRequestMethod(), path, query == null ? "" : query, headers, body));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
