package dev.kontor.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.engine.access.Role;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions over HTTP: on record if they can be taken, explained if not. */
class DecisionTest {

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

  private void refused(String path, String json, String... said) throws Exception {
    var answer = observed.post(path, json);
    assertThat(answer.statusCode()).as(json).isEqualTo(400);
    assertThat(answer.body()).startsWith("{\"error\":").contains(said).doesNotContain("Exception");
  }

  @Test
  void whatIsWrongWithADecisionIsSaidByField() throws Exception {
    refused("/api/messages/resubmit", "{}", "ids is missing");
    refused("/api/messages/resubmit", "{\"ids\":[1,\"x\"]}", "ids.[1] has a value of the wrong");
    refused("/api/messages/resubmit", "{\"id\":[1]}", "id is unknown; known are [ids]");
    refused("/api/messages/resubmit", "ids", "the body is not JSON");
    refused("/api/messages/discard", "{\"ids\":[1],\"reason\":\" \"}", "reason is missing");
    refused("/api/messages/discard", "{\"ids\":[1],\"by\":\"ada\"}", "by is unknown");
    refused("/api/messages/resubmit", "{\"ids\":[null]}", "ids is missing");
    refused("/api/pause", "{\"subject\":\"connection:epr\",\"reason\":\"x\"}", "connection:epr");
    assertThat(observed.get("/api/messages").body()).contains("number is missing");
  }

  @Test
  void whatAPersonDecidesIsOnRecordUnderTheName() throws Exception {
    observed.plant("orders", "7");
    SignedIn ada = SignedIn.as(observed, "ada", Role.OPERATOR);
    decided(ada, "/api/messages/resubmit", "{\"ids\":[1]}");
    decided(ada, "/api/messages/discard", "{\"ids\":[1],\"reason\":\"by hand\"}");
    observed.hub.desk().pause("connection:erp", "ada", "maintenance");
    observed.hub.desk().resume("connection:erp", "ada");
    assertThat(observed.hub.desk().paused()).isEmpty();
    assertThat(audit())
        .contains(
            "desk.resubmit message:1 tried again (ada)",
            "desk.discard message:1 by hand (ada)",
            "desk.pause connection:erp maintenance (ada)",
            "desk.resume connection:erp (ada)");
  }

  /** Asked until it holds: at any one moment a worker may be looking at the message. */
  private static void decided(SignedIn by, String path, String json) throws Exception {
    Await.until(() -> by.post(path, json).body().contains("\"changed\":1"));
  }

  private List<String> audit() {
    return Transactions.run(
        observed.database.general(),
        c ->
            Jdbc.query(
                c,
                "select kind || ' ' || subject || ' ' || details from audit order by id",
                row -> row.getString(1)));
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    assertThatThrownBy(() -> WebServer.administration(observed.port(), observed.gate))
        .hasMessageContaining("port " + observed.port() + " is taken")
        .hasMessageContaining("--admin-port");
  }
}
