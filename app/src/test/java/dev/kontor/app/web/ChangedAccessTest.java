package dev.kontor.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.app.access.Passwords;
import dev.kontor.engine.access.Role;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What changes for who is signed in. */
class ChangedAccessTest extends AccessStory {

  private static int status(SignedIn who) throws Exception {
    return who.get("/api/status").statusCode();
  }

  @Test
  void whatChangesAUserHoldsAtOnce() throws Exception {
    SignedIn tom = SignedIn.as(observed, "tom", Role.OPERATOR);
    access().users().change("tom", null, List.of(Role.AUDITOR), null, "test");
    assertThat(tom.post("/api/pause", "{}").body()).contains("right [decide] is missing");
    access().users().change("tom", null, null, true, "test");
    assertThat(status(tom)).isEqualTo(401);
  }

  @Test
  void withoutTheHeaderOfThePageNothingIsDecided() throws Exception {
    SignedIn ada = SignedIn.as(observed, "ada", Role.OPERATOR);
    SignedIn forged = new SignedIn(observed, ada.cookie(), "guessed");
    HttpResponse<String> answer = forged.post("/api/pause", "{}");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("X-Kontor-Csrf");
    assertThat(ada.post("/api/pause", "{}").statusCode()).isEqualTo(400);
  }

  @Test
  void whoGotAPasswordChoosesAnotherFirst() throws Exception {
    String given = Passwords.oneTime();
    String hash = new Passwords().hash(given);
    access().users().add("new", "New", List.of(Role.OPERATOR), hash, true, "test");
    SignedIn fresh = SignedIn.of(observed, access().sessions().begin("new", "test"));
    assertThat(fresh.get("/api/status").body()).contains("change your password first");
    String path = "/api/session/password";
    assertThat(fresh.post(path, choice("wrong", "a long enough one")).body()).contains("old");
    assertThat(fresh.post(path, choice(given, "short")).body()).contains("12");
    assertThat(fresh.post(path, choice(given, "my New password")).body()).contains("user's name");
    SignedIn other = SignedIn.of(observed, access().sessions().begin("new", "test"));
    HttpResponse<String> chosen = fresh.post(path, choice(given, "a long enough one"));
    assertThat(chosen.statusCode()).isEqualTo(204);
    assertThat(status(other)).as("another browser").isEqualTo(401);
    assertThat(access().users().find("new").orElseThrow().mustChange()).isFalse();
  }

  @Test
  void whoseHashWasLookedAtBeforeAResetNeitherComesInNorUndoesIt() {
    access().users().add("eve", "Eve", List.of(Role.VIEWER), "looked at", false, "test");
    access().users().reset("eve", "given", "test");
    assertThat(access().sessions().begin("eve", "password", "looked at")).isEmpty();
    assertThat(access().users().choose("eve", "looked at", "chosen")).isFalse();
    assertThat(access().users().password("eve")).contains("given");
    assertThat(access().sessions().begin("eve", "password", "given")).isPresent();
  }

  private static String choice(String old, String chosen) {
    return "{\"old\":\"" + old + "\",\"new\":\"" + chosen + "\"}";
  }
}
