package dev.kontor.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.access.Role;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.desk.Changes;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters by cause over HTTP. */
class ProblemTest {

  private static final String MISSING = "lines[3].sku: table 'sku' has no entry for 'X1'; add it";

  @TempDir private Path home;
  private ObservedHub observed;
  private SignedIn ada;

  @BeforeEach
  void open() {
    observed = new ObservedHub(home, Duration.ofSeconds(10));
    ada = SignedIn.as(observed, "ada", Role.OPERATOR);
  }

  @AfterEach
  void close() {
    observed.close();
  }

  private static void says(HttpResponse<String> answer, int status, String... words) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(words);
  }

  private String group(String... said) throws Exception {
    HttpResponse<String> listed = ada.get("/api/problems");
    says(listed, 200, said);
    return "/api/problems/" + listed.body().replaceAll("(?s).*?\"id\":\"([0-9a-f]+)\".*", "$1");
  }

  private List<String> audit() {
    return Transactions.run(
        observed.database.general(),
        c ->
            Jdbc.query(
                c,
                "select kind || ' ' || details from audit where kind ~ '^(desk|problem)'"
                    + " order by id",
                row -> row.getString(1)));
  }

  @Test
  void aGroupIsListedTalkedAboutAndDiscarded() throws Exception {
    observed.plantDead("orders", "one", "Invalid", MISSING);
    observed.plantDead("orders", "two", "Invalid", MISSING.replace('3', '7'));
    String group =
        group("\"total\":1", "\"count\":2", "\"key\":\"sku/X1\"", "\"field\":\"lines[].sku\"");
    says(ada.get(group + "/messages"), 200, "\"sourceId\":\"one\"", "\"next\":null");
    Changes before = observed.hub.view().changes();
    says(
        ada.post(group + "/comments", "{\"text\":\"asked Ben\"}"),
        200,
        "asked Ben",
        "\"by\":\"ada\"");
    assertThat(observed.hub.view().changes().since(before)).contains("problems");
    says(ada.post(group + "/comments", "{}"), 400, "text is missing");
    says(ada.send("PUT", group + "/assignee", "{\"user\":\"ben\"}"), 200, "ben");
    group("\"assigned\":\"ben\"", "\"comments\":1");
    says(ada.post(group + "/preview", "{}"), 200, "\"ready\":0", "\"still\":2", "switched off");
    says(ada.post(group + "/discard", "{\"reason\":\"tests\"}"), 200, "\"changed\":2");
    says(ada.post(group + "/discard", "{\"reason\":\"tests\"}"), 404, "list them anew");
    says(ada.post(group + "/comments", "{\"text\":\"late\"}"), 404, "list them anew");
    says(ada.get("/api/problems"), 200, "\"total\":0");
    assertThat(audit())
        .containsExactly(
            "problem.comment (ada)",
            "problem.assigned ben (ada)",
            "desk.discard tests (ada)",
            "desk.discard tests (ada)");
  }

  @Test
  void whoMayNotSeePersonsSeesNoExample() throws Exception {
    observed.plantDead("orders", "one", "Invalid", "email: eva@example.com is known to 3 accounts");
    group("eva@example.com", "\"text\":\"email: # is known to # accounts\"");
    SignedIn viewer = SignedIn.as(observed, "vic", Role.VIEWER);
    assertThat(viewer.get("/api/problems").body())
        .contains("\"example\":\"email: # is known to # accounts\"")
        .doesNotContain("eva");
  }

  @Test
  void whatCannotBeDecidedIsExplained() throws Exception {
    observed.plantDead("orders", "one", "Invalid", MISSING);
    says(
        ada.post("/api/messages/send", "{\"ids\":[1,2]}"), 400, "exactly one", "\"field\":\"ids\"");
    says(ada.post("/api/messages/send", "{\"ids\":[1]}"), 200, "\"changed\":0", "switched off");
    String entered = "{\"ids\":[1],\"number\":\"7\",\"reason\":\"r\"}";
    says(ada.post("/api/messages/entered", entered), 200, "\"changed\":0", "switched off");
    says(ada.post("/api/messages/99/preview", ""), 404, "id 99");
    says(ada.post("/api/approvals/7", "{\"approve\":true,\"reason\":\"r\"}"), 404, "id");
    says(
        ada.post("/api/messages/skip", "{\"ids\":[1],\"reason\":\"a test\"}"),
        200,
        "\"changed\":1");
  }
}
