package dev.kontor.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.spi.WindowsUser;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Dials;
import dev.kontor.twin.kit.TwinServer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.InstantSource;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is not let in has written nothing, told why, and not locked the account. */
class WindowsRefusalTest {

  private final WindowsServer server;
  private final BlockingClient client = new BlockingClient(WindowsServer.SOON);

  WindowsRefusalTest() throws IOException {
    server = new WindowsServer();
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private WindowsConnections wrong() {
    return client.signedInBy(new WindowsUser("FIRM", "kontor", "wrong"));
  }

  @Test
  void manyCallsWithAWrongPasswordAreOneTry() throws Exception {
    WindowsConnections wrong = wrong();
    Callable<Boolean> call =
        () -> {
          assertThatThrownBy(() -> wrong.send(server.post("one"), () -> {}))
              .isInstanceOf(SignInRefusedException.class)
              .hasMessageContaining("refused the Windows user");
          return true;
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> told :
          threads.invokeAll(Stream.generate(() -> call).limit(8).toList())) {
        assertThat(told.get()).isTrue();
      }
    }
    assertThat(server.door.refusals()).isEqualTo(1);
    assertThat(server.done).isEmpty();
  }

  @Test
  void aPasswordThatIsChangedRefusesNewConnectionsOnly() throws IOException {
    WindowsConnections connections = client.signedInBy(WindowsServer.USER);
    connections.send(server.get(), () -> {});
    server.door.password("another");
    assertThat(connections.send(server.post("one"), () -> {}).statusCode()).isEqualTo(201);
    server.door.forget();
    assertThatThrownBy(() -> connections.send(server.post("two"), () -> {}))
        .isInstanceOf(SignInRefusedException.class);
    assertThat(server.done).containsExactly("", "one");
  }

  @Test
  void aServerWithoutNtlmIsToldByWhatItOffers() {
    server.door.offer("Negotiate");
    assertThatThrownBy(() -> wrong().send(server.post("one"), () -> {}))
        .isInstanceOf(SignInRefusedException.class)
        .hasMessage("the server offers no NTLM, only Negotiate");
    assertThat(server.door.refusals()).isZero();
  }

  @Test
  void anOlderVersionIsNotAnswered() throws IOException {
    byte[] bytes = new byte[48];
    ByteBuffer old = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    old.put("NTLMSSP\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(2);
    old.putInt(20, 0x201);
    String challenge = "NTLM " + Base64.getEncoder().encodeToString(bytes);
    Answer answer = Answer.empty(401).with("WWW-Authenticate", challenge);
    try (TwinServer asking =
        TwinServer.start("127.0.0.1", 0, new Dials(), InstantSource.system(), call -> answer)) {
      HttpRequest post = HttpRequest.newBuilder(asking.uri()).timeout(WindowsServer.SOON).build();
      assertThatThrownBy(() -> wrong().send(post, () -> {}))
          .isInstanceOf(SignInRefusedException.class)
          .hasMessageContaining("older than 2");
    }
  }
}
