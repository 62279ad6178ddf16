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

  /** What the scan itself adds rows to. */
  private static final Set<String> ITS_OWN =
      Set.of("console_user", "api_token", "sign_in_tries", "one_time_key", "console_session");

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
    rows.keySet().removeIf(table -> ITS_OWN.contains(table) || table.startsWith("audit"));
    return rows;
  }

  private static void check(ApiScan.Call call, HttpResponse<String> answer) {
    int status = answer.statusCode();
    assertThat(status).as("%s: %s", call, answer.body()).isLessThan(500);
    assertThat(answer.body()).as("%s", call).doesNotContain("Exception").doesNotContain("dev.kont");
    boolean json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
    if (status == 400 && json) {
      JsonNode error = JsonMapper.shared().readTree(answer.body());
      assertThat(error.path("error").asString("")).as("%s", call).isNotEmpty();
      assertThat(error.path("field").asString("")).as("%s: %s", call, error).isNotEmpty();
    }
  }

  @Test
  void noInputBreaksAnythingAndEveryRefusalNamesTheField() throws Exception {
    Map<String, Integer> before = rows();
    int calls = 0;
    for (ApiScan.Call call : new ApiScan(description).calls()) {
      check(call, observed.send(call.method(), call.path(), call.body()));
      calls++;
    }
    assertThat(calls).isGreaterThan(500);
    // It stops everything, as anybody with the right may.
    assertThat(observed.post("/api/start", "").statusCode()).isEqualTo(200);
    assertThat(rows()).isEqualTo(before);
  }
}
