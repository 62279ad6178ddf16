package dev.kontor.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies that are too large, too slow or not what they say they are. */
class BodyTest {

  private static final String JSON = "application/json";

  @TempDir private static Path home;
  private static ObservedHub observed;

  @BeforeAll
  static void start() {
    observed = new ObservedHub(home, Duration.ofSeconds(10));
  }

  @AfterAll
  static void stop() {
    observed.close();
  }

  private static HttpResponse<String> sent(
      HttpRequest.Builder request, String type, BodyPublisher body) throws Exception {
    return observed.send(request.header("Content-Type", type).POST(body));
  }

  private static int status(String type, BodyPublisher body) throws Exception {
    return sent(observed.to("/api/session"), type, body).statusCode();
  }

  @Test
  void whatIsTooLargeOrNotJsonIsRefusedWithOrWithoutALength() throws Exception {
    byte[] large = new byte[BodyFilter.KNOWN.most() + 1];
    byte[] invalid = {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'};
    assertThat(status(JSON, BodyPublishers.ofByteArray(large))).isEqualTo(413);
    BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
    assertThat(status(JSON, chunked)).isEqualTo(413);
    assertThat(status(JSON, BodyPublishers.ofByteArray(invalid))).isEqualTo(400);
    assertThat(status("text/plain", BodyPublishers.ofString("{}"))).isEqualTo(415);
    assertThat(status(JSON + ";charset=utf-7", BodyPublishers.ofString("{}"))).isBetween(400, 415);
  }

  @Test
  void whoIsNotSignedInHasLittleToSend() throws Exception {
    String path = "/api/messages/resubmit";
    BodyPublisher much =
        BodyPublishers.ofString("{\"ids\":[4711]" + " ".repeat(BodyFilter.STRANGERS.most()) + "}");
    HttpResponse<String> stranger = sent(observed.to(path), JSON, much);
    assertThat(stranger.statusCode()).isEqualTo(413);
    assertThat(stranger.body()).contains("sign in");
    assertThat(sent(observed.authorized(path), JSON, much).statusCode()).isEqualTo(200);
    byte[] large = new byte[BodyFilter.KNOWN.most() + 1];
    HttpResponse<String> known =
        sent(observed.authorized(path), JSON, BodyPublishers.ofByteArray(large));
    assertThat(known.statusCode()).isEqualTo(413);
    assertThat(known.body()).contains("in parts");
  }

  /** Strangers who begin to send and stop take nothing from those who are signed in. */
  @Test
  void slowStrangersKeepOnlyStrangersOut() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      // Those who come while all places are taken are refused.
      for (int i = 0; i < 2 * BodyFilter.STRANGERS.bodies(); i++) {
        slow.add(begun());
      }
      Await.until(() -> status(JSON, BodyPublishers.ofString("{}")) == 503);
      HttpResponse<String> refused =
          sent(observed.to("/api/session"), JSON, BodyPublishers.ofString("{}"));
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).contains("5");
      assertThat(refused.body()).contains("try again in 5 s");
      assertThat(observed.post("/api/messages/resubmit", "{\"ids\":[4711]}").statusCode())
          .isEqualTo(200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
    Await.until(() -> status(JSON, BodyPublishers.ofString("{}")) == 400);
  }

  private static Socket begun() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), observed.port());
    socket
        .getOutputStream()
        .write(
            ("POST /api/session HTTP/1.1\r\nHost: 127.0.0.1:"
                    + observed.port()
                    + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{")
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }
}
