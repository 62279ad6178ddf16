package dev.kontor.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One hub takes the other's place behind the same ports. */
class HubChangeTest {

  @TempDir private Path home;
  private ObservedHub observed;

  @BeforeEach
  void start() {
    observed = new ObservedHub(home, Duration.ofSeconds(10));
  }

  @AfterEach
  void stop() {
    observed.close();
  }

  @Test
  void whoAsksMeanwhileIsToldToComeAgain() throws Exception {
    observed.gate.change();
    for (String path : new String[] {"/api/overview", "/api/setup", "/metrics"}) {
      HttpResponse<String> answer = observed.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).as(path).isEqualTo(Optional.of("5"));
    }
    observed.gate.open(observed.hub);
    assertThat(observed.get("/api/overview").statusCode()).isEqualTo(200);
  }

  @Test
  void anOpenPageStays() throws Exception {
    LiveEvents events = observed.administration.context().getBean(LiveEvents.class);
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer =
          client.send(
              observed.authorized("/api/events").build(),
              HttpResponse.BodyHandlers.ofInputStream());
      try (var lines =
          new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
        assertThat(lines.readLine()).isEqualTo(":open");
        observed.gate.change();
        for (int i = 0; i < 3; i++) {
          events.open(); // each has it look for the hub
        }
        observed.gate.open(observed.hub);
        String line = "";
        for (int i = 0; !line.contains("pauses"); i++) {
          if (i % 3 == 0) {
            observed.hub.desk().pause("connection:erp", "test", "for a test " + i);
          }
          line = String.valueOf(lines.readLine());
          assertThat(line).isNotEqualTo("null");
        }
        observed.gate.close();
      } finally {
        observed.gate.open(observed.hub);
      }
    }
  }
}
