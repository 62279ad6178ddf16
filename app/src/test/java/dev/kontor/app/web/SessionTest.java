package dev.kontor.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.access.Role;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long a session lasts. */
class SessionTest extends AccessStory {

  private static int status(SignedIn who) throws Exception {
    return who.get("/api/status").statusCode();
  }

  @Test
  void aSessionEndsHalfAnHourAfterItsLastUseByAPerson() throws Exception {
    SignedIn eva = SignedIn.as(observed, "eva", Role.VIEWER);
    for (int minutes : new int[] {29, 58, 87}) {
      observed.advance(Duration.ofMinutes(minutes));
      assertThat(status(eva)).as("after %s minutes", minutes).isEqualTo(200);
    }
    observed.advance(Duration.ofMinutes(110));
    String path = "/api/status";
    assertThat(observed.send(eva.to(path).header("X-Kontor-Unattended", "yes")).statusCode())
        .isEqualTo(200);
    observed.advance(Duration.ofMinutes(118));
    assertThat(status(eva)).as("a page that asks by itself is no use").isEqualTo(401);
  }

  @Test
  void aSessionEndsTwelveHoursAfterItsBeginning() throws Exception {
    SignedIn max = SignedIn.as(observed, "max", Role.VIEWER);
    for (int minutes = 25; minutes < 12 * 60; minutes += 25) {
      observed.advance(Duration.ofMinutes(minutes));
      assertThat(status(max)).as("after %s minutes", minutes).isEqualTo(200);
    }
    observed.advance(Duration.ofMinutes(12 * 60 + 1));
    assertThat(status(max)).isEqualTo(401);
  }

  @Test
  void signingOutEndsTheSessionInEveryProcess() throws Exception {
    SignedIn ida = SignedIn.as(observed, "ida", Role.VIEWER);
    assertThat(ida.send("DELETE", "/api/session", "").statusCode()).isEqualTo(204);
    assertThat(status(ida)).isEqualTo(401);
  }
}
