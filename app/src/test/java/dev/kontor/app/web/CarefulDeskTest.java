package dev.kontor.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.access.Role;
import dev.kontor.engine.config.ValueTable;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Value tables and cross-references by hand, and decisions that need a second person. */
class CarefulDeskTest {

  @TempDir private Path home;
  private ObservedHub observed;

  @BeforeEach
  void open() {
    observed =
        ObservedHub.careful(home, Map.of("tax", new ValueTable("tax", Map.of("EU/FULL", "VAT19"))));
  }

  @AfterEach
  void close() {
    observed.close();
  }

  private static void says(HttpResponse<String> answer, int status, String... words) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(words);
  }

  @Test
  void aSecondPersonAndNoProgramApproves() throws Exception {
    observed.plantDead("orders", "one", "Invalid", "sku: no");
    SignedIn ada = SignedIn.as(observed, "ada", Role.OPERATOR);
    SignedIn ben = SignedIn.as(observed, "ben", Role.OPERATOR);
    says(ada.post("/api/messages/resubmit", "{\"ids\":[1]}"), 202, "{\"approval\":1}");
    says(
        ben.get("/api/approvals"),
        200,
        "\"action\":\"resubmit\"",
        "\"by\":\"ada\"",
        "\"messages\":[1]");
    String yes = "{\"approve\":true,\"reason\":\"seen\"}";
    says(ada.post("/api/approvals/1", yes), 403, "your own");
    says(observed.post("/api/approvals/1", yes), 403, "a program");
    says(ben.post("/api/approvals/1", "{\"reason\":\"seen\"}"), 400, "\"field\":\"approve\"");
    says(ben.post("/api/approvals/1", yes), 200, "\"changed\":1");
    says(ben.post("/api/approvals/1", yes), 409, "settled already");
    says(ben.get("/api/approvals"), 200, "{\"approvals\":[]}");
  }

  @Test
  void rowsMayHaveAnyKey() throws Exception {
    SignedIn ida = SignedIn.as(observed, "ida", Role.INTEGRATOR);
    String row = "{\"value\":\"VAT7\",\"reason\":\"new rate\"}";
    says(
        ida.send("PUT", "/api/tables/tax/EU/FULL", row),
        200,
        "\"value\":\"VAT7\",\"from\":\"console\",\"configured\":\"VAT19\",\"by\":\"ida\"");
    says(
        ida.send("PUT", "/api/tables/tax/a%20b%3Bc%3F%25%2B%C3%A4", row),
        200,
        "\"key\":\"a b;c?%+ä\"");
    says(ida.send("PUT", "/api/tables/tax?key=a%2F%2F..%5Cb", row), 200, "\"key\":\"a//..\\\\b\"");
    says(
        ida.send("PUT", "/api/tables/tax/EU/FULL", "{\"value\":null,\"reason\":\"a mistake\"}"),
        200,
        "\"value\":\"VAT19\",\"from\":\"configuration\"");
    says(ida.send("PUT", "/api/tables/gone/x", row), 400, "\"field\":\"name\"", "known are [tax]");
    says(ida.send("PUT", "/api/tables/tax/" + "x".repeat(201), row), 400, "\"field\":\"key\"");
    SignedIn ada = SignedIn.as(observed, "ada", Role.OPERATOR);
    says(ada.send("PUT", "/api/tables/tax/EU/FULL", row), 403, "configure");
  }

  @Test
  void aLinkThatCannotBeIsExplainedByField() throws Exception {
    SignedIn ida = SignedIn.as(observed, "ida", Role.INTEGRATOR);
    String link =
        "{\"source\":\"shop\",\"entity\":\"%s\",\"sourceId\":\"1\",\"target\":\"erp\",\"number\":\"2\",\"reason\":\"r\"}";
    says(
        ida.post("/api/crossrefs", link.formatted("ordre")),
        400,
        "\"field\":\"entity\"",
        "known are");
    says(
        ida.post("/api/crossrefs", link.formatted("order")),
        400,
        "\"field\":\"entity\"",
        "no flow");
    says(ida.send("DELETE", "/api/crossrefs", link.formatted("order")), 400, "no flow");
    says(ida.post("/api/crossrefs", "{\"source\":\"shop\",\"reason\":\"r\"}"), 400, "entity");
    says(ida.get("/api/crossrefs?number=7"), 200, "{\"crossrefs\":[]}");
  }
}
