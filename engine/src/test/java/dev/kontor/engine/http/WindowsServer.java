package dev.kontor.engine.http;

import dev.kontor.spi.WindowsUser;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Dials;
import dev.kontor.twin.kit.TwinServer;
import dev.kontor.twin.kit.ntlm.NtlmDoor;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that knows one Windows user and remembers what it was asked and what it did. */
public final class WindowsServer implements AutoCloseable {

  public static final WindowsUser USER = new WindowsUser("firm", "Kontor", "Grün & Weiß €7");
  public static final Duration SOON = Duration.ofSeconds(10);

  public final NtlmDoor door =
      new NtlmDoor("FIRM", "kontor", USER.password(), InstantSource.system());

  /** Every request, with its method and whether it had a body. */
  public final List<String> asked = new CopyOnWriteArrayList<>();

  /** Bodies of the requests that were carried out. */
  public final List<String> done = new CopyOnWriteArrayList<>();

  /** Connections the requests came over. */
  final List<String> connections = new CopyOnWriteArrayList<>();

  public final Dials dials = new Dials();
  private final TwinServer server;

  public WindowsServer() throws IOException {
    server = TwinServer.start("127.0.0.1", 0, dials, InstantSource.system(), this::handle);
  }

  private Answer handle(Call call) {
    asked.add(call.method() + (call.body().length == 0 ? "" : " with body"));
    connections.add(call.connection());
    return door.refusal(call)
        .orElseGet(
            () -> {
              done.add(call.text());
              return Answer.text(201, "done");
            });
  }

  public HttpRequest get() {
    return HttpRequest.newBuilder(server.uri().resolve("/orders")).timeout(SOON).build();
  }

  public HttpRequest post(String body) {
    return HttpRequest.newBuilder(server.uri().resolve("/orders"))
        .timeout(SOON)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  @Override
  public void close() {
    server.close();
  }
}
