package dev.kontor.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.app.access.OneTimeLink;
import dev.kontor.engine.access.Right;
import dev.kontor.engine.access.Role;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How long tokens and links open. */
class KeysTest extends AccessStory {

  @Test
  void aTokenEndsWhenItExpiresOrIsRevoked() throws Exception {
    var made = access().tokens().create("t", Set.of(Right.READ), 3, "test");
    assertThat(by(made.secret())).isEqualTo(200);
    observed.advance(Duration.ofDays(4));
    assertThat(by(made.secret())).isEqualTo(401);
    observed.advance(Duration.ZERO);
    access().tokens().revoke(made.id(), "test");
    assertThat(by(made.secret())).isEqualTo(401);
  }

  private static int by(String token) throws Exception {
    return observed
        .send(observed.to("/api/status").header("Authorization", "Bearer " + token))
        .statusCode();
  }

  @Test
  void aLinkOpensOnceAndSoon() throws Exception {
    SignedIn.as(observed, "link", Role.VIEWER);
    String link = OneTimeLink.of(access(), "link");
    HttpResponse<String> opened = observed.send(observed.to(link));
    assertThat(opened.statusCode()).isEqualTo(303);
    assertThat(opened.headers().firstValue("Location")).contains("/");
    assertThat(observed.send(observed.to(link)).statusCode()).isEqualTo(403);
    String late = OneTimeLink.of(access(), "link");
    observed.advance(Duration.ofMinutes(11));
    assertThat(observed.send(observed.to(late)).statusCode()).isEqualTo(403);
  }
}
