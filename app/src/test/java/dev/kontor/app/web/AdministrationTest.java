package dev.kontor.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Both ports over real HTTP while the hub is not ready yet: what they refuse and how. */
class AdministrationTest {

  private static final HubGate GATE = new HubGate();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static WebServer doors;
  private static WebServer administration;

  @BeforeAll
  static void start() {
    doors = WebServer.doors(0, GATE);
    administration = WebServer.administration(0, GATE);
  }

  @AfterAll
  static void stop() {
    doors.close();
    administration.close();
  }

  private static HttpRequest.Builder to(WebServer server, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder resubmission() {
    return to(administration, "/api/messages/resubmit")
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString("{\"ids\":[1]}"));
  }

  @Test
  void aDoorAsksToSendAgainUntilTheHubIsReady() throws Exception {
    var answer = send(to(doors, "/shop/webhook").POST(HttpRequest.BodyPublishers.ofString("{}")));
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
  }

  @Test
  void theDoorsHaveNoAdministration() throws Exception {
    assertThat(send(to(doors, "/")).statusCode()).isEqualTo(404);
    for (String path : new String[] {"/api/status", "/api/openapi.json", "/v3/api-docs"}) {
      assertThat(send(to(doors, path)).body()).doesNotContain("flows").doesNotContain("openapi");
    }
  }

  @Test
  void theStatusIsNotToBeHadBeforeTheHubIsReady() throws Exception {
    assertThat(send(to(administration, "/api/status")).statusCode()).isEqualTo(503);
    assertThat(send(to(administration, "/health/ready")).statusCode()).isEqualTo(503);
  }

  @Test
  void thePageIsServedWithAStrictPolicy() throws Exception {
    var answer = send(to(administration, "/"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<title>Kontor");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'");
    assertThat(send(to(administration, "/status.js")).statusCode()).isEqualTo(200);
    assertThat(send(to(administration, "/status.css")).statusCode()).isEqualTo(200);
  }

  @Test
  void anUnknownPathAnswersWithoutATrace() throws Exception {
    for (String path : new String[] {"/nothing", "/..%2Flogback.xml", "/%2e%2e/logback.xml"}) {
      var answer = send(to(administration, path));
      assertThat(answer.statusCode()).as(path).isBetween(400, 404);
      assertThat(answer.body()).as(path).doesNotContain("Exception").doesNotContain("dev.kontor");
    }
  }

  @Test
  void aDecisionOfAnotherSiteIsRefused() throws Exception {
    assertThat(send(resubmission().header("Origin", "https://evil.example")).statusCode())
        .isEqualTo(403);
    assertThat(send(resubmission().header("Origin", "null")).statusCode()).isEqualTo(403);
    assertThat(send(resubmission().header("Sec-Fetch-Site", "cross-site")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void aDecisionOfTheOwnPageGetsThrough() throws Exception {
    String own = "http://127.0.0.1:" + administration.port();
    var answer = send(resubmission().header("Origin", own).header("Sec-Fetch-Site", "same-origin"));
    assertThat(answer.statusCode()).as("through to the hub, which is not ready").isEqualTo(503);
  }

  @Test
  void aFormCannotDecide() throws Exception {
    var answer =
        send(
            to(administration, "/api/messages/resubmit")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{\"ids\":[1]}")));
    assertThat(answer.statusCode()).isEqualTo(415);
  }

  @Test
  void aForeignHostNameIsRefused() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), administration.port())) {
      String request =
          "GET /api/status HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 403");
    }
  }
}
