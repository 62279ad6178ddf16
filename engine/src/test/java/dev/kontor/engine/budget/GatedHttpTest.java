package dev.kontor.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.kontor.engine.http.BlockingClient;
import dev.kontor.engine.http.Transport;
import dev.kontor.engine.observe.Watch;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call that may have arrived is never taken for one that did not, and the reverse. */
final class GatedHttpTest {

  private static final Duration DEADLINE = Duration.ofSeconds(1);

  private final Transport client = new BlockingClient(Duration.ofSeconds(10));
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Budgets budgets = Budgets.alone();
  private final AtomicInteger arrived = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    on("/ok", exchange -> answer(exchange, "fine"));
    on("/silent", exchange -> hang());
    on("/stalled", GatedHttpTest.this::answerHalf);
    on("/throttled", exchange -> refuse(exchange, 429));
    on("/broken", exchange -> refuse(exchange, 500));
    server.start();
  }

  private void on(String path, HttpHandler handler) {
    server.createContext(
        path,
        exchange -> {
          arrived.incrementAndGet();
          handler.handle(exchange);
        });
  }

  @AfterEach
  void stop() {
    stopped.countDown();
    server.stop(0);
    client.close();
    budgets.close();
  }

  private static void answer(HttpExchange exchange, String body) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(200, body.length());
    exchange.getResponseBody().write(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    exchange.close();
  }

  private static void refuse(HttpExchange exchange, int status) throws IOException {
    exchange.getResponseHeaders().set("Retry-After", "7");
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private void answerHalf(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 100);
    exchange.getResponseBody().write(new byte[50]);
    exchange.getResponseBody().flush();
    hang();
  }

  private void hang() {
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private GatedHttp http(int concurrent, long budget) {
    return new GatedHttp(
        client,
        "erp",
        DEADLINE,
        budgets.gate("erp", concurrent, budget),
        new Breaker(System::nanoTime),
        Watch.NONE);
  }

  private HttpRequest get(String path) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path))
        .build();
  }

  private HttpRequest post(String path) {
    return HttpRequest.newBuilder(get(path), (n, v) -> true)
        .POST(HttpRequest.BodyPublishers.ofString("{}"))
        .build();
  }

  private HttpRequest act(String path) {
    return HttpRequest.newBuilder(get(path), (n, v) -> true)
        .POST(HttpRequest.BodyPublishers.noBody())
        .build();
  }

  private static Fault fault(Runnable call) {
    return catchThrowableOfType(FaultException.class, call::run).fault();
  }

  @Test
  void anAnswerIsHandedOnAsItIs() {
    HttpResponse<byte[]> response = http(1, 0).write(post("/ok"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).asString().isEqualTo("fine");
  }

  @Test
  void aReadWithoutAnswerIsUnavailable() {
    assertThat(fault(() -> http(1, 0).read(get("/silent")))).isInstanceOf(Fault.Unavailable.class);
  }

  @Test
  void aWriteWithoutAnswerMayHaveHappened() {
    assertThat(fault(() -> http(1, 0).write(post("/silent"))))
        .isInstanceOf(Fault.OutcomeUnknown.class);
    assertThat(fault(() -> http(1, 0).write(act("/silent"))))
        .isInstanceOf(Fault.OutcomeUnknown.class);
  }

  @Test
  void theDeadlineCoversTheWholeAnswer() {
    long began = System.nanoTime();
    assertThat(fault(() -> http(1, 0).write(post("/stalled"))))
        .isInstanceOf(Fault.OutcomeUnknown.class);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(DEADLINE.multipliedBy(4));
  }

  @Test
  void aWriteThatFoundNobodyListeningHasCertainlyNotHappened() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    HttpRequest nowhere =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + free + "/"))
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    assertThat(fault(() -> http(1, 0).write(nowhere))).isInstanceOf(Fault.Unavailable.class);
  }

  @Test
  void withAnExpiredPermitNothingIsSent() {
    for (HttpRequest request : new HttpRequest[] {post("/ok"), act("/ok")}) {
      Fault fault =
          ScopedValue.where(SendPermit.CURRENT, () -> false)
              .call(() -> fault(() -> http(1, 0).write(request)));
      assertThat(fault).isInstanceOf(Fault.Unavailable.class);
    }
    assertThat(arrived.get()).isZero();
  }

  @Test
  void aPermitThatExpiresWhileTheCallWaitsForItsTurnStopsTheBody() {
    AtomicInteger asked = new AtomicInteger();
    Fault fault =
        ScopedValue.where(SendPermit.CURRENT, () -> asked.incrementAndGet() == 1)
            .call(() -> fault(() -> http(1, 0).write(post("/ok"))));
    assertThat(fault).isInstanceOf(Fault.Unavailable.class);
    assertThat(asked.get()).isEqualTo(2);
  }

  @Test
  void aReadNeedsNoPermit() {
    int status =
        ScopedValue.where(SendPermit.CURRENT, () -> false)
            .call(() -> http(1, 0).read(get("/ok")).statusCode());
    assertThat(status).isEqualTo(200);
  }

  @Test
  void beyondItsBudgetACallIsThrottledBeforeItLeaves() {
    GatedHttp http = http(1, 10);
    http.read(get("/ok"));
    http.read(get("/ok"));
    assertThat(fault(() -> http.read(get("/ok"))))
        .isInstanceOfSatisfying(
            Fault.Throttled.class, t -> assertThat(t.retryAfter()).isPositive());
    assertThat(arrived.get()).isEqualTo(2);
    assertThat(http.calls()).isEqualTo(2);
  }

  @Test
  void aCallThatFailsGivesItsSlotBack() {
    GatedHttp http = http(1, 0);
    fault(() -> http.read(get("/silent")));
    assertThat(http.read(get("/ok")).statusCode()).isEqualTo(200);
  }

  @Test
  void whoeverAnswersCanBeReached() {
    GatedHttp http = http(1, 0);
    http.breaker().failed();
    http.read(get("/broken"));
    assertThat(http.breaker().ask()).as("after an error of the target").isPositive();
    http.read(get("/ok"));
    assertThat(http.breaker().ask()).as("after an answer").isZero();
  }

  @Test
  void aTurnLastsUntilTheCallMayLeave() {
    AtomicInteger over = new AtomicInteger();
    GatedHttp http = http(1, 5);
    ScopedValue.where(Turn.CURRENT, new Turn(over::incrementAndGet))
        .run(() -> http.read(get("/ok")));
    assertThat(over).hasValue(1);
    ScopedValue.where(Turn.CURRENT, new Turn(over::incrementAndGet))
        .run(() -> fault(() -> http.read(get("/ok"))));
    assertThat(over).as("turns that ended with a call that could not leave").hasValue(1);
  }

  @Test
  void whenTheTargetAsksForATimeAllCallsOfTheConnectionWaitThatLong() {
    GatedHttp http = http(5, 0);
    assertThat(http.read(get("/throttled")).statusCode()).isEqualTo(429);
    for (CallClass of : CallClass.values()) {
      Fault fault =
          ScopedValue.where(CallClass.CURRENT, of).call(() -> fault(() -> http.write(post("/ok"))));
      assertThat(fault)
          .isInstanceOfSatisfying(
              Fault.Throttled.class,
              t ->
                  assertThat(t.retryAfter())
                      .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(7)));
    }
    assertThat(arrived.get()).isEqualTo(1);
    assertThat(http.gate().load().allowed()).isEqualTo(2);
  }
}
