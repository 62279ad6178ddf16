package dev.kontor.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters by cause over HTTP. */
class ProblemTest {

  @TempDir private Path home;
  private ObservedHub observed;

  @BeforeEach
  void open() {
    observed = new ObservedHub(home, Duration.ofSeconds(10));
  }

  @AfterEach
  void close() {
    observed.close();
  }

  /** A message as a hub leaves it that could not write its document. */
  private void plantDead(String sourceId) {
    observed.plant("orders", sourceId);
    Transactions.execute(
        observed.database.general(),
        c -> {
          Jdbc.update(
              c,
              """
              update message set state = 'dead', fault = 'Invalid',
                reason = 'lines[3].sku: table ''sku'' has no entry for ''X1''; add it'
              where source_id = ?
              """,
              sourceId);
          Jdbc.update(c, "update lane set due = null, owner = null");
        });
  }

  private static void says(HttpResponse<String> answer, int status, String... words) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(words);
  }

  @Test
  void aGroupIsListedTalkedAboutAndDiscarded() throws Exception {
    plantDead("one");
    plantDead("two");
    HttpResponse<String> listed = observed.get("/api/problems");
    says(
        listed, 200, "\"total\":1", "\"count\":2", "\"key\":\"sku/X1\"", "\"field\":\"lines[].sku\"");
    String id = listed.body().replaceAll("(?s).*?\"id\":\"([0-9a-f]+)\".*", "$1");
    String group = "/api/problems/" + id;
    says(observed.get(group + "/messages"), 200, "\"sourceId\":\"one\"", "\"next\":null");
    says(observed.post(group + "/comments", "{\"text\":\"asked Ben\"}"), 200, "asked Ben");
    says(observed.post(group + "/comments", "{}"), 400, "text is missing");
    says(observed.post(group + "/preview", "{}"), 200, "\"ready\":0", "\"still\":2", "switched off");
    says(observed.post(group + "/discard", "{\"reason\":\"tests\"}"), 200, "\"changed\":2");
    says(observed.post(group + "/discard", "{\"reason\":\"tests\"}"), 404, "list anew");
    says(observed.get("/api/problems"), 200, "\"total\":0");
  }

  @Test
  void whatCannotBeDecidedIsExplained() throws Exception {
    plantDead("one");
    says(observed.post("/api/messages/send", "{\"ids\":[1,2]}"), 400, "exactly one");
    says(observed.post("/api/messages/send", "{\"ids\":[1]}"), 200, "\"changed\":0", "switched off");
    says(
        observed.post("/api/messages/entered", "{\"ids\":[1],\"number\":\"7\",\"reason\":\"r\"}"),
        200,
        "\"changed\":0",
        "switched off");
    says(observed.post("/api/messages/99/preview", ""), 404, "99 is unknown");
    says(observed.post("/api/approvals/7", "{\"approve\":true,\"reason\":\"r\"}"), 404, "no such");
    says(observed.post("/api/crossrefs", "{\"source\":\"shop\",\"reason\":\"r\"}"), 400, "entity");
    says(observed.get("/api/tables"), 200, "\"tables\":[]");
    says(observed.post("/api/stop", "{\"reason\":\"fire\"}"), 200, "\"everything\":\"fire\"");
    says(observed.post("/api/start", ""), 200, "{}");
  }
}
