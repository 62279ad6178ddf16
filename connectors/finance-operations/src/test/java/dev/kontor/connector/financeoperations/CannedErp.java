package dev.kontor.connector.financeoperations;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kontor.contract.DirectToolbox;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers calls with prepared answers: by method and entity set, each answer once but the last,
 * which stays. What is not prepared is an empty list, or an empty success of a write.
 */
public final class CannedErp implements AutoCloseable {

  public static final Instant NOW = Instant.parse("2026-03-15T09:00:00Z");

  /** An answer; a status of 0 closes the connection. */
  private record Answer(int status, String body) {}

  /**
   * A call as it came.
   *
   * @param call method and path with query, decoded, below {@code /data/}
   */
  public record Asked(String call, JsonNode body) {}

  private final HttpServer server;
  private final Map<String, Deque<Answer>> answers = new LinkedHashMap<>();
  private final Map<String, String> redirects = new LinkedHashMap<>();
  private final List<Asked> asked = new ArrayList<>();
  private final DirectToolbox toolbox =
      new DirectToolbox(InstantSource.fixed(NOW), Duration.ofMinutes(1));
  private final ObjectNode settings = ModelJson.mapper().createObjectNode();
  private final Connector connector;

  /**
   * @param more settings beside the usual ones; {@code {address}} stands for this one's
   */
  public CannedErp(String more) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
    on("POST token", 200, "{\"access_token\": \"t1\", \"expires_in\": 3600}");
    settings.setAll(TestSettings.usual(address()));
    settings.setAll((ObjectNode) ModelJson.parse(more.replace("{address}", address())));
    connector =
        new FinanceOperationsProvider()
            .connect(new Settings("erp", settings, ZoneId.of("Europe/Berlin")), toolbox);
  }

  public CannedErp() {
    this("{}");
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public Connector connector() {
    return connector;
  }

  public JsonNode settings() {
    return settings;
  }

  /**
   * @param call such as {@code GET CustomersV3}; a path elsewhere begins with a slash
   */
  public CannedErp on(String call, int status, String body) {
    answers.computeIfAbsent(call, c -> new ArrayDeque<>()).add(new Answer(status, body));
    return this;
  }

  /** Where an answer of that call redirects to. */
  public CannedErp redirects(String call, String to) {
    redirects.put(call, to);
    return this;
  }

  /** A list of rows. */
  public CannedErp rows(String set, String... rows) {
    return on("GET " + set, 200, "{\"value\": [" + String.join(",", rows) + "]}");
  }

  /** A refusal as business logic gives it. */
  public CannedErp refuses(String call, int status, String infolog) {
    ObjectNode error = ModelJson.mapper().createObjectNode();
    error.put("code", "").put("message", "An error has occurred.");
    error.putObject("innererror").put("message", infolog);
    ObjectNode body = ModelJson.mapper().createObjectNode();
    body.set("error", error);
    return on(call, status, body.toString());
  }

  public Reader reader(EntityType type) {
    return connector.reader(type).orElseThrow();
  }

  public Writer writer(EntityType type) {
    return connector.writer(type).orElseThrow();
  }

  public Outcome write(EntityType type, Write write) {
    return writer(type).write(List.of(write)).getFirst();
  }

  /** Calls but those for a token. */
  public synchronized List<String> calls() {
    return asked.stream().map(Asked::call).filter(c -> !c.startsWith("POST token")).toList();
  }

  /** Bodies of calls that begin so. */
  public synchronized List<JsonNode> sent(String call) {
    return asked.stream().filter(a -> a.call().startsWith(call)).map(Asked::body).toList();
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String query = exchange.getRequestURI().getQuery();
      String path = exchange.getRequestURI().getPath().replaceFirst("^/data/", "");
      boolean token = path.endsWith("/oauth2/v2.0/token");
      String call = exchange.getRequestMethod() + " " + (token ? "token" : path);
      byte[] body = exchange.getRequestBody().readAllBytes();
      asked.add(
          new Asked(
              query == null ? call : call + "?" + query,
              body.length == 0 || token || isNoJson(exchange)
                  ? ModelJson.mapper().missingNode()
                  : ModelJson.parse(new String(body, StandardCharsets.UTF_8))));
      if (redirects.containsKey(call)) {
        exchange.getResponseHeaders().add("Location", redirects.get(call));
      }
      give(exchange, next(call));
    }
  }

  /** As packages and batches are. */
  private static boolean isNoJson(HttpExchange exchange) {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    return type != null && !type.startsWith("application/json");
  }

  private Answer next(String call) {
    Deque<Answer> waiting = answers.get(call.replaceAll("\\(.*", ""));
    if (answers.containsKey(call)) {
      waiting = answers.get(call);
    }
    if (waiting == null) {
      boolean one = call.startsWith("GET") && call.endsWith(")");
      return one ? new Answer(404, "{}") : new Answer(200, "{\"value\": []}");
    }
    Answer first = waiting.getFirst();
    return waiting.size() > 1 ? waiting.removeFirst() : first;
  }

  private static void give(HttpExchange exchange, Answer answer) throws IOException {
    if (answer.status() == 0) {
      return;
    }
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Retry-After", "17");
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    connector.close();
    toolbox.close();
    server.stop(0);
  }
}
