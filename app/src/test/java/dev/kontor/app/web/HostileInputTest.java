package dev.kontor.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent to whatever address: an answer that helps, and nothing happens by accident. */
class HostileInputTest {

  /** That somebody tried to sign in is remembered, and what anybody did is in the audit. */
  private static final String REMEMBERED = "sign_in_tries|audit.*";

  /** What a call that is right after all makes, by table. */
  private static final Map<String, String> MADE =
      Map.of("console_user", "POST /api/users", "api_token", "POST /api/tokens");

  @TempDir private static Path home;
  private static ObservedHub observed;
  private static JsonNode description;

  @BeforeAll
  static void start() throws Exception {
    observed = new ObservedHub(home, Duration.ofSeconds(10));
    observed.plant("orders", "7");
    description = JsonMapper.shared().readTree(observed.get("/api/openapi.json").body());
  }

  @AfterAll
  static void stop() {
    observed.close();
  }

  private static Map<String, Integer> rows() {
    Map<String, Integer> rows = new Tables(observed.database.general()).counts();
    rows.keySet().removeIf(table -> table.matches(REMEMBERED));
    return rows;
  }

  /** Who may not, what is not there at all and what is too large is refused as a whole. */
  private static final Set<Integer> OF_NO_FIELD = Set.of(401, 403, 405, 413, 429);

  private static void check(ApiScan.Call call, HttpResponse<String> answer) {
    int status = answer.statusCode();
    assertThat(status).as("%s: %s", call, answer.body()).isLessThan(500);
    assertThat(answer.body()).as("%s", call).doesNotContain("Exception").doesNotContain("dev.kont");
    boolean json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
    if (status >= 400 && !json) {
      // No address at all; the server refuses it before it knows of any field.
      assertThat(status).as("%s: %s", call, answer.body()).isEqualTo(400);
    } else if (status >= 400 && !OF_NO_FIELD.contains(status)) {
      JsonNode error = JsonMapper.shared().readTree(answer.body());
      assertThat(error.path("error").asString("")).as("%s", call).isNotEmpty();
      assertThat(error.path("field").asString(""))
          .as("%s: %s %s", call, status, error)
          .isNotEmpty();
    }
  }

  @Test
  void noInputBreaksAnythingAndEveryRefusalNamesTheField() throws Exception {
    Map<String, Integer> expected = rows();
    int calls = 0;
    for (ApiScan.Call call : new ApiScan(description).calls()) {
      HttpResponse<String> answer = observed.send(call.method(), call.path(), call.body());
      check(call, answer);
      if (answer.statusCode() < 300) {
        MADE.forEach(
            (table, made) ->
                expected.merge(
                    table, made.equals(call.method() + " " + call.path()) ? 1 : 0, Integer::sum));
      }
      calls++;
    }
    assertThat(calls).isGreaterThan(500);
    // It stops everything, as anybody with the right may.
    assertThat(observed.post("/api/start", "").statusCode()).isEqualTo(200);
    assertThat(rows()).isEqualTo(expected).hasSizeGreaterThan(30);
  }
}
