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

/** Answers every call with one recorded answer, but some with an empty list. */
final class CannedShop implements AutoCloseable {

  private static final byte[] EMPTY = "{\"items\":[]}".getBytes(StandardCharsets.UTF_8);

  final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  /**
   * @param open part of the paths that are answered with an empty list
   */
  CannedShop(int status, byte[] body, String open) {
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
          byte[] answer = path.contains(open) ? EMPTY : body;
          exchange.sendResponseHeaders(path.contains(open) ? 200 : status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  static CannedShop answering(int status, byte[] body) {
    return new CannedShop(status, body, "nothing is open");
  }

  MagentoSettings settings() {
    return TestShop.settings(Map.of("url", "http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
