package dev.kontor.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.engine.http.BlockingClient;
import dev.kontor.engine.http.WindowsServer;
import dev.kontor.engine.observe.Watch;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Http;
import dev.kontor.spi.WindowsUser;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What signing in takes is counted and may be stopped like any request. */
class GatedSignInTest {

  private final WindowsServer server;
  private final BlockingClient client = new BlockingClient(WindowsServer.SOON);
  private final Budgets budgets = Budgets.alone();
  private final GatedHttp gated =
      new GatedHttp(
          client,
          "erp",
          Duration.ofSeconds(4),
          budgets.gate("erp", 1, 60),
          new Breaker(System::nanoTime),
          Watch.NONE);
  private final Http http = gated.signedInBy(WindowsServer.USER);

  GatedSignInTest() throws IOException {
    server = new WindowsServer();
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
    budgets.close();
  }

  private static Fault fault(Runnable call) {
    return catchThrowableOfType(FaultException.class, call::run).fault();
  }

  private Fault stoppedAfter(int checks, HttpRequest request) {
    AtomicInteger asked = new AtomicInteger();
    return ScopedValue.where(SendPermit.CURRENT, () -> asked.incrementAndGet() <= checks)
        .call(() -> fault(() -> http.write(request)));
  }

  @Test
  void everyRequestCounts() {
    http.write(server.post("one"));
    http.write(server.post("two"));
    assertThat(gated.calls()).isEqualTo(3);
    assertThat(server.asked).hasSize(3);
  }

  @Test
  void whatSigningInTakesIsOwedWhereTheBudgetIsEmpty() {
    server.door.keepSignIns(false);
    Fault fault =
        fault(
            () -> {
              while (true) {
                http.write(server.post("one"));
              }
            });
    assertThat(fault).isInstanceOf(Fault.Throttled.class);
    assertThat(gated.calls()).isEqualTo(server.asked.size()).isBetween(6L, 13L);
  }

  @Test
  void aLeaseLostWhileSigningInStopsTheCall() {
    HttpRequest bare =
        HttpRequest.newBuilder(server.get(), (name, value) -> true)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    for (HttpRequest request : new HttpRequest[] {server.post("one"), bare}) {
      assertThat(stoppedAfter(1, request)).isInstanceOf(Fault.Unavailable.class);
    }
    assertThat(stoppedAfter(2, server.post("one"))).isInstanceOf(Fault.Unavailable.class);
    assertThat(server.done).isEmpty();
    assertThat(server.asked).allMatch("GET"::equals);
  }

  @Test
  void aRefusedUserPausesTheConnection() {
    Http wrong = gated.signedInBy(new WindowsUser("FIRM", "kontor", "wrong"));
    Fault fault = fault(() -> wrong.write(server.post("one")));
    assertThat(fault).isInstanceOf(Fault.SignInRefused.class);
    assertThat(fault.message()).startsWith("erp: the server refused the Windows user");
  }
}
