package dev.kontor.connector.magento.api;

import com.sun.net.httpserver.HttpServer;
import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.TestShop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Answers calls with recorded answers. */
public final class CannedShop implements AutoCloseable {

  /** To one call. */
  public record Canned(int status, byte[] body) {

    public static Canned of(int status, String json) {
      return new Canned(status, json.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static final byte[] EMPTY = "{\"items\":[]}".getBytes(StandardCharsets.UTF_8);

  /** Paths, in order. */
  public final List<String> asked = new CopyOnWriteArrayList<>();

  /** What stood behind the question marks, decoded, in order. */
  public final List<String> queries = new CopyOnWriteArrayList<>();

  /** Bodies of what was posted, in order. */
  public final List<String> posted = new CopyOnWriteArrayList<>();

  private final HttpServer server;

  /**
   * With one answer to all but some calls.
   *
   * @param open part of the calls that are answered with an empty list
   */
  CannedShop(int status, byte[] body, String open) {
    this(call -> call.contains(open) ? new Canned(200, EMPTY) : new Canned(status, body));
  }

  /**
   * @param answers by call, such as {@code GET /orders}
   */
  public CannedShop(Function<String, Canned> answers) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.add(path);
          queries.add(String.valueOf(exchange.getRequestURI().getQuery()));
          if (exchange.getRequestMethod().equals("POST")) {
            byte[] sent = exchange.getRequestBody().readAllBytes();
            posted.add(new String(sent, StandardCharsets.UTF_8));
          }
          String call = exchange.getRequestMethod() + path.replace("/rest/all/V1/", " /");
          Canned canned = answers.apply(call);
          exchange.sendResponseHeaders(canned.status(), canned.body().length);
          exchange.getResponseBody().write(canned.body());
          exchange.close();
        });
    server.start();
  }

  static CannedShop answering(int status, byte[] body) {
    return new CannedShop(status, body, "nothing is open");
  }

  MagentoSettings settings() {
    return TestShop.settings(Map.of("url", url()));
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
