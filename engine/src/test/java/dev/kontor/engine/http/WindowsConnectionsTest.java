package dev.kontor.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A connection is signed in before anything is written over it, and what is written once. */
class WindowsConnectionsTest {

  private final WindowsServer server;
  private final BlockingClient client = new BlockingClient(WindowsServer.SOON);
  private final WindowsConnections connections = client.signedInBy(WindowsServer.USER);
  private final AtomicInteger further = new AtomicInteger();

  WindowsConnectionsTest() throws IOException {
    server = new WindowsServer();
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private int send(HttpRequest request) throws IOException {
    return connections.send(request, further::incrementAndGet).statusCode();
  }

  @Test
  void aBodyLeavesWithTheAnswerToTheChallengeAndTheConnectionStaysSignedIn() throws IOException {
    assertThat(send(server.post("one"))).isEqualTo(201);
    assertThat(send(server.post("two"))).isEqualTo(201);
    assertThat(server.asked).containsExactly("GET", "POST with body", "POST with body");
    assertThat(server.done).containsExactly("one", "two");
    assertThat(server.connections.stream().distinct()).hasSize(1);
    assertThat(further).hasValue(1);
  }

  @Test
  void whatAServerForgotIsSignedInAgainAndDoneOnce() throws IOException {
    send(server.get());
    server.door.forget();
    assertThat(send(server.post("one"))).isEqualTo(201);
    assertThat(server.asked).endsWith("POST with body", "GET", "POST with body");
    assertThat(server.done).containsExactly("", "one");
  }

  @Test
  void aServerThatWantsEveryCallSignedIsAskedBeforeTheBodyLeaves() throws IOException {
    server.door.keepSignIns(false);
    for (String body : List.of("one", "two", "three")) {
      assertThat(send(server.post(body))).isEqualTo(201);
    }
    assertThat(server.asked).endsWith("GET", "POST with body", "GET", "POST with body");
    assertThat(server.done).containsExactly("one", "two", "three");
  }

  @Test
  void aConnectionServesOneUserOnly() throws IOException {
    WindowsConnections others = client.signedInBy(WindowsServer.USER);
    send(server.get());
    others.send(server.get(), () -> {});
    assertThat(client.send(server.get()).statusCode()).isEqualTo(401);
    assertThat(server.connections.stream().distinct()).hasSize(3);
  }

  @Test
  void theDeadlineCoversTheSignIn() {
    server.dials.set("delayMs", 1500);
    HttpRequest hurried =
        HttpRequest.newBuilder(server.post("one"), (name, value) -> true)
            .timeout(Duration.ofMillis(2300))
            .build();
    assertThatThrownBy(() -> send(hurried)).isInstanceOf(HttpTimeoutException.class);
    assertThat(further).hasValue(1);
  }

  @Test
  void whatIsOutOfOrderSaysSoBeforeAnybodySignsIn() throws IOException {
    server.dials.set("serverErrorProbability", 1).set("serverErrorStatus", 503);
    assertThat(send(server.post("one"))).isEqualTo(503);
    assertThat(further).hasValue(0);
  }
}
