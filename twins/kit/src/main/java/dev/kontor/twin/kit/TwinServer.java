package dev.kontor.twin.kit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.core.JacksonException;

/**
 * The HTTP server of one twin: dials and call counts stand before the twin's handler; paths below
 * {@code /_twin/} meet no fault and are not counted.
 */
public final class TwinServer implements AutoCloseable {
  static {
    // Head and body are written apart; without this each answer waits 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final String CONTROL = "/_twin/";

  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final LateCommits lateCommits = new LateCommits();
  private final Dials dials;
  private final Calls calls;
  private final Handler handler;
  private volatile Traffic traffic = Traffic.UNSEEN;

  private TwinServer(HttpServer http, Dials dials, InstantSource clock, Handler handler) {
    this.http = http;
    this.dials = dials;
    this.calls = new Calls(clock);
    this.handler = handler;
  }

  /** Port 0 takes any free one. Throws IOException when the address cannot be bound. */
  public static TwinServer start(
      String host, int port, Dials dials, InstantSource clock, Handler handler) throws IOException {
    HttpServer http = HttpServer.create(new InetSocketAddress(host, port), 0);
    TwinServer server = new TwinServer(http, dials, clock, handler);
    http.createContext("/", server::exchange);
    http.setExecutor(server.threads);
    http.start();
    return server;
  }

  /** Base address without trailing slash. */
  public URI uri() {
    return URI.create("http://" + http.getAddress().getHostString() + ":" + port());
  }

  public int port() {
    return http.getAddress().getPort();
  }

  public Dials dials() {
    return dials;
  }

  public Calls calls() {
    return calls;
  }

  /** Shows it every system call from now on. */
  public void watch(Traffic by) {
    traffic = by;
  }

  /** Handles every request a late commit still holds back; returns when they are committed. */
  public void settle() throws InterruptedException {
    lateCommits.settle();
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }

  private void exchange(HttpExchange exchange) throws IOException {
    try (exchange) {
      Call call = Wire.read(exchange);
      if (call.path().startsWith(CONTROL)) {
        Wire.write(exchange, control(call));
        return;
      }
      calls.count(call);
      Optional<Answer> answer = seen(call);
      if (answer.isPresent()) {
        Wire.write(exchange, answer.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Answer> seen(Call call) throws InterruptedException {
    Traffic by = traffic;
    by.came(call);
    try {
      return disturbed(call);
    } finally {
      by.gone(call);
    }
  }

  // Without an answer the exchange's close() cuts the connection.
  private Optional<Answer> disturbed(Call call) throws InterruptedException {
    DialSettings settings = dials.settings();
    if (settings.delayMs() > 0 && settings.covers(call)) {
      Thread.sleep(Duration.ofMillis(settings.delayMs()));
    }
    return switch (dials.disturbance(call)) {
      case NONE -> Optional.of(renamed(handled(call), settings));
      case THROTTLE -> Optional.of(throttled(settings));
      case SERVER_ERROR -> Optional.of(Answer.empty(settings.serverErrorStatus()));
      case RESET -> Optional.empty();
      case DROP_ANSWER -> {
        handled(call);
        yield Optional.empty();
      }
      case LATE_COMMIT -> {
        lateCommits.later(Duration.ofMillis(settings.lateCommitMs()), () -> handled(call));
        yield Optional.empty();
      }
    };
  }

  private Answer handled(Call call) {
    try {
      return handler.handle(call);
    } catch (Exception e) {
      return Answer.text(500, "The twin failed: " + e);
    }
  }

  private Answer throttled(DialSettings settings) {
    Answer answer = handler.throttled();
    Integer seconds = settings.retryAfterSeconds();
    return seconds == null ? answer : answer.with("Retry-After", seconds.toString());
  }

  private static Answer renamed(Answer answer, DialSettings settings) {
    return settings.rename().isEmpty() || !answer.isJson()
        ? answer
        : new Answer(
            answer.status(),
            answer.headers(),
            Json.bytes(RenamedFields.of(answer.json(), settings.rename())));
  }

  private Answer control(Call call) throws InterruptedException {
    return switch (call.method() + " " + call.path()) {
      case "GET /_twin/dials" -> Answer.json(200, dials.json());
      case "PUT /_twin/dials" -> dialled(call);
      case "POST /_twin/dials/reset" -> {
        dials.reset();
        yield Answer.json(200, dials.json());
      }
      case "GET /_twin/calls" -> Answer.json(200, calls.json());
      case "POST /_twin/calls/reset" -> {
        calls.reset();
        yield Answer.empty(204);
      }
      case "POST /_twin/settle" -> {
        settle();
        yield Answer.empty(204);
      }
      default -> handled(call);
    };
  }

  private Answer dialled(Call call) {
    try {
      dials.set(call.json());
      return Answer.json(200, dials.json());
    } catch (IllegalArgumentException | JacksonException e) {
      return Answer.text(400, String.valueOf(e.getMessage()));
    }
  }
}
