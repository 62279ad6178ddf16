package dev.kontor.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.app.access.Passwords;
import dev.kontor.engine.access.Role;
import dev.kontor.engine.access.Users;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in by password, staying signed in, and being signed out. */
class SignInTest {

  private static final String RIGHT = "correct horse battery";

  @TempDir private static Path home;
  private static ObservedHub observed;
  private static String hash;

  @BeforeAll
  static void start() {
    observed = new ObservedHub(home, Duration.ofSeconds(10));
    hash = new Passwords().hash(RIGHT);
  }

  @AfterAll
  static void stop() {
    observed.close();
  }

  @BeforeEach
  void now() {
    observed.advance(Duration.ZERO);
    observed.hub.access().limit().right("nobody", "127.0.0.1");
  }

  private static Users users() {
    return observed.hub.access().users();
  }

  private static void add(String user, boolean mustChange) {
    users().add(user, user, List.of(Role.OPERATOR), hash, mustChange, "test");
  }

  private static HttpResponse<String> signIn(String user, String password) throws Exception {
    return observed.send(
        observed
            .to("/api/session")
            .header("Content-Type", "application/json")
            .header("Cookie", "kontor-session=planted")
            .POST(
                BodyPublishers.ofString(
                    "{\"user\":\"" + user + "\",\"password\":\"" + password + "\"}")));
  }

  private static SignedIn signedIn(HttpResponse<String> answer) {
    return SignedIn.of(observed, Browser.session(answer));
  }

  @Test
  void aSessionIsNewAndItsCookieIsForThisSiteAndNoScript() throws Exception {
    add("eva", false);
    HttpResponse<String> answer = signIn("Eva", RIGHT);
    assertThat(answer.body())
        .contains("\"user\":\"eva\"", "\"roles\":[\"operator\"]", "\"via\":\"password\"")
        .contains("\"rights\":[\"read\",\"personal\",\"decide\"]", "\"mustChangePassword\":false");
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/").doesNotContain("planted");
    assertThat(signedIn(answer).get("/api/session").statusCode()).isEqualTo(200);
    assertThat(SignedIn.of(observed, "planted").get("/api/session").statusCode()).isEqualTo(401);
  }

  @Test
  void whichOfUserAndPasswordIsWrongIsNotTold() throws Exception {
    add("gone", false);
    users().change("gone", null, null, true, "test");
    add("here", false);
    HttpResponse<String> wrong = signIn("here", "wrong");
    assertThat(wrong.statusCode()).isEqualTo(401);
    for (HttpResponse<String> other : List.of(signIn("unknown", "x"), signIn("gone", RIGHT))) {
      assertThat(other.statusCode()).isEqualTo(401);
      assertThat(other.body()).isEqualTo(wrong.body());
    }
  }

  @Test
  void afterFiveWrongTriesNotEvenTheRightPasswordIsLookedAtForAQuarterOfAnHour() throws Exception {
    add("tried", false);
    for (String user : List.of("tried", "no-such-user")) {
      for (int i = 0; i < 5; i++) {
        assertThat(signIn(user, "wrong" + i).statusCode()).isEqualTo(401);
      }
      HttpResponse<String> sixth = signIn(user, RIGHT);
      assertThat(sixth.statusCode()).as(user).isEqualTo(429);
      assertThat(Integer.parseInt(sixth.headers().firstValue("Retry-After").orElseThrow()))
          .isBetween(1, 900);
    }
    observed.advance(Duration.ofMinutes(16));
    assertThat(signIn("tried", RIGHT).statusCode()).isEqualTo(200);
  }
}
