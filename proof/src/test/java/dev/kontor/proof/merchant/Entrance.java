package dev.kontor.proof.merchant;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The one address a shop knows, before one hub or several. A push goes to the next hub in turn that
 * answers in time; what the shop was told is counted.
 */
public final class Entrance implements AutoCloseable {

  private static final int NOBODY = 503;

  /** What the JDK's client sets itself. */
  private static final Set<String> HEADERS_OF_THE_HOP =
      Set.of("connection", "content-length", "expect", "host", "http2-settings", "upgrade");

  private final List<URI> hubs;
  private final Duration patience;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http = HttpClient.newBuilder().executor(threads).build();
  private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();
  private final AtomicInteger turn = new AtomicInteger();
  private volatile @Nullable HttpRequest last;

  /**
   * @param hubs addresses of their doors' ports, without path
   * @param patience with one of them
   */
  public Entrance(List<URI> hubs, Duration patience) throws IOException {
    this.hubs = List.copyOf(hubs);
    this.patience = patience;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::pass);
    server.setExecutor(threads);
    server.start();
  }

  /** Where the shop reaches its door. */
  public URI door() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/shop");
  }

  /** Pushes answered so. */
  public int answered(int status) {
    return answers.getOrDefault(status, 0);
  }

  /** Pushes by the status they were answered with. */
  public Map<Integer, Integer> answers() {
    return Map.copyOf(answers);
  }

  /** What was passed on last, which may be sent again as it was. */
  public HttpRequest lastPush() {
    return Objects.requireNonNull(last, "nothing was pushed");
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      int first = turn.getAndIncrement();
      for (int i = 0; i < hubs.size(); i++) {
        URI hub = hubs.get(Math.floorMod(first + i, hubs.size()));
        if (isTaken(exchange, hub, body, i == hubs.size() - 1)) {
          return;
        }
      }
      answer(exchange, NOBODY, new byte[0]);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isTaken(HttpExchange exchange, URI hub, byte[] body, boolean last)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer;
    try {
      answer = http.send(request(exchange, hub, body), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException killedOrStopped) {
      return false;
    }
    if (answer.statusCode() >= 500 && !last) {
      return false;
    }
    answer
        .headers()
        .firstValue("content-type")
        .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
    answer(exchange, answer.statusCode(), answer.body());
    return true;
  }

  private HttpRequest request(HttpExchange exchange, URI hub, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(hub.resolve(exchange.getRequestURI()))
            .timeout(patience)
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!HEADERS_OF_THE_HOP.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    HttpRequest built = request.build();
    last = built;
    return built;
  }

  private void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    answers.merge(status, 1, Integer::sum);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    http.shutdownNow();
    threads.shutdownNow();
  }
}
