package dev.kontor.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.engine.access.Role;
import dev.kontor.engine.config.AdministrationConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The administration behind a proxy that speaks TLS, and past it. */
class ProxyTest {

  private static final URI PUBLIC = URI.create("https://kontor.example");
  private static final String FOREIGN = "X-Forwarded-For: 203.0.113.9";
  private static final String TLS = "X-Forwarded-Proto: https";

  @TempDir private Path home;

  private ObservedHub behind(String... proxies) {
    return new ObservedHub(
        home, Duration.ofSeconds(10), new AdministrationConfig(PUBLIC, List.of(proxies), null));
  }

  /** With headers that an HTTP client would not send; the answer with its headers. */
  private static String send(ObservedHub at, String first, String... headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), at.port())) {
      String request = first + " HTTP/1.1\r\n" + String.join("\r\n", headers);
      socket
          .getOutputStream()
          .write((request + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aNamedProxyIsBelievedAndTheCookieIsSecureThen() throws Exception {
    try (ObservedHub observed = behind("127.0.0.1")) {
      String host = "Host: kontor.example";
      assertThat(send(observed, "GET /api/session", host, TLS, FOREIGN)).startsWith("HTTP/1.1 401");
      assertThat(send(observed, "GET /api/session", host, FOREIGN)).startsWith("HTTP/1.1 403");
      assertThat(send(observed, "GET /api/session", "Host: rebound.example", TLS, FOREIGN))
          .startsWith("HTTP/1.1 403");
      assertThat(send(observed, "GET /api/session", "Host: localhost", FOREIGN))
          .as("from another machine, under the name of this one")
          .startsWith("HTTP/1.1 403");
      assertThat(send(observed, "GET /health/live", "Host: 10.0.0.8")).startsWith("HTTP/1.1 200");
      SignedIn ada = SignedIn.as(observed, "ada", Role.VIEWER);
      String cookie = "Cookie: kontor-session=" + ada.cookie();
      String csrf = "X-Kontor-Csrf: " + ada.csrf();
      String origin = "Origin: https://kontor.example";
      assertThat(send(observed, "DELETE /api/session", host, TLS, FOREIGN, cookie, csrf, origin))
          .startsWith("HTTP/1.1 204")
          .contains("; Secure");
      assertThat(send(observed, "DELETE /api/session", host, TLS, "Origin: https://evil.example"))
          .startsWith("HTTP/1.1 403");
    }
  }

  @Test
  void metricsAreForThisMachineAndForWhoHasAToken() throws Exception {
    try (ObservedHub observed = behind("127.0.0.1")) {
      String host = "Host: kontor.example";
      assertThat(send(observed, "GET /metrics", "Host: localhost")).startsWith("HTTP/1.1 200");
      assertThat(send(observed, "GET /api/session/link?key=%zz", "Host: localhost"))
          .startsWith("HTTP/1.1 400");
      assertThat(send(observed, "GET /metrics", host, TLS, FOREIGN)).startsWith("HTTP/1.1 401");
      assertThat(send(observed, "GET /metrics", "Host: 10.0.0.8", "Authorization: Bearer x"))
          .startsWith("HTTP/1.1 401");
      assertThat(observed.get("/metrics").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whoIsNotNamedIsNotBelieved() throws Exception {
    try (ObservedHub observed = behind("192.0.2.7")) {
      assertThat(send(observed, "GET /api/session", "Host: kontor.example", TLS, FOREIGN))
          .startsWith("HTTP/1.1 403");
      assertThat(send(observed, "GET /metrics", "Host: localhost", FOREIGN))
          .as("a proxy on this machine that the configuration does not know")
          .startsWith("HTTP/1.1 401");
    }
  }

  @Test
  void otherMachinesAreLetInOnlyUnderAConfiguredName() throws Exception {
    InetAddress all = InetAddress.ofLiteral("0.0.0.0");
    assertThatThrownBy(
            () -> WebServer.administration(all, 0, new HubGate(), AdministrationConfig.STANDARD))
        .hasMessageContaining("administration.url");
  }
}
