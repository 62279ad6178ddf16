package dev.kontor.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.access.Role;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One switch stops all writing; who did so, why and since when, is to be seen at once. */
class StopTest {

  @Test
  void theOverviewSaysWhoStoppedEverything(@TempDir Path home) throws Exception {
    try (ObservedHub observed = new ObservedHub(home, Duration.ofSeconds(10))) {
      SignedIn ada = SignedIn.as(observed, "ada", Role.OPERATOR);
      assertThat(ada.post("/api/stop", "{\"reason\":\" \"}").body()).contains("reason is missing");
      assertThat(ada.post("/api/stop", "{\"reason\":\"fire\"}").body())
          .isEqualTo("{\"everything\":\"fire\"}");
      assertThat(ada.get("/api/overview").body())
          .containsPattern(
              "\"stopped\":\\{\"by\":\"ada\",\"since\":\"20[^\"]+Z\",\"reason\":\"fire\"}")
          .contains("\"paused\":[]");
      assertThat(ada.post("/api/resume", "{\"subject\":\"everything\"}").statusCode())
          .isEqualTo(400);
      assertThat(ada.post("/api/start", "").body()).isEqualTo("{}");
      Await.until(() -> ada.get("/api/overview").body().contains("\"stopped\":null"));
    }
  }
}
