package dev.kontor.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A door of which nobody is known: what strangers hold there is bounded, and small pushes pass. */
class DoorLimitsTest {

  private static final int MIB = 1024 * 1024;
  private static final int MOST = DoorFilter.LIMITS.most();

  /** With what every body has beside it, four large ones leave less than one. */
  private static final int LARGE = MOST - MIB / 2;

  @TempDir private Path home;

  private static HttpResponse<String> push(int port, int bytes) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/nobody/webhook"))
              .POST(BodyPublishers.ofByteArray(new byte[bytes]))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  /** A server that has heard enough may hang up before all is sent. */
  private static boolean isTooLarge(int port) throws Exception {
    try {
      return push(port, MOST + 1).statusCode() == 413;
    } catch (IOException hungUp) {
      return true;
    }
  }

  /** All but the last byte of a large body. */
  private static Socket held(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    String head =
        "POST /nobody/webhook HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + LARGE + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    try {
      socket.getOutputStream().write(new byte[LARGE - 1]);
    } catch (IOException refused) {
      assertThat(socket.isConnected()).isTrue();
    }
    return socket;
  }

  @Test
  void largeBodiesThatDoNotEndLeaveRoomForUsualOnes() throws Exception {
    List<Socket> held = new ArrayList<>();
    try (ObservedHub observed = new ObservedHub(home, Duration.ofSeconds(10));
        WebServer doors = WebServer.doors(0, observed.gate)) {
      int port = doors.port();
      assertThat(push(port, MOST).statusCode()).isEqualTo(404);
      assertThat(isTooLarge(port)).isTrue();
      // One more than there is room for, and two for those that found a slow server with what went
      // before still in hand, and were refused.
      AtomicReference<HttpResponse<String>> last = new AtomicReference<>();
      Await.until(
          () -> {
            if (held.size() < DoorFilter.LIMITS.shared() / MOST + 3) {
              held.add(held(port));
            }
            last.set(push(port, 4 * MIB));
            return last.get().statusCode() == 503;
          });
      // A slow server has given the silent ones up by the next push.
      assertThat(last.get().headers().firstValue("Retry-After")).contains("5");
      assertThat(push(port, DoorFilter.LIMITS.small()).statusCode()).isEqualTo(404);
      for (Socket socket : held) {
        socket.close();
      }
      Await.until(() -> push(port, 4 * MIB).statusCode() == 404);
    }
  }
}
