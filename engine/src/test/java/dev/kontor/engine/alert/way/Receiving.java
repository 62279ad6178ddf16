package dev.kontor.engine.alert.way;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kontor.model.ModelJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/** A program on this machine that takes what is posted to it and answers as it is told. */
public final class Receiving implements AutoCloseable {

  /** One request. */
  public record Got(Map<String, List<String>> headers, String body) {

    public JsonNode json() {
      return ModelJson.parse(body);
    }

    public String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }
  }

  public final List<Got> got = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile int status = 200;
  private volatile Map<String, String> answer = Map.of();

  public Receiving() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.setExecutor(threads);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/secret-path");
  }

  /** Status 0: takes it and never answers. */
  public void answers(int with, Map<String, String> headers) {
    status = with;
    answer = headers;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      got.add(new Got(Map.copyOf(exchange.getRequestHeaders()), body));
      if (status == 0) {
        closed.await();
      }
      answer.forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(status, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
