package dev.kontor.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.access.Role;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts over HTTP: seen by who may read, looked after by who may decide, on record. */
class AlertApiTest {

  private static final String STANDS =
      """
      insert into alert (rule, cause, severity, finding, began, seen, opened)
      values ('failure', 'c', 'urgent',
        '{"rule": "failure", "cause": "c", "severity": "urgent", "subject": "orders",
          "kind": "orders", "detail": "why", "count": 2, "documents": ["10023"],
          "patience": "PT0S"}', hub_now(), hub_now(), hub_now())
      """;

  @TempDir private Path home;
  private ObservedHub observed;

  @BeforeEach
  void open() {
    observed = new ObservedHub(home, Duration.ofSeconds(10));
    Transactions.execute(observed.database.general(), c -> Jdbc.update(c, STANDS));
  }

  @AfterEach
  void close() {
    observed.close();
  }

  @Test
  void whatStandsIsSeenAndLookedAfter() throws Exception {
    SignedIn erika = SignedIn.as(observed, "erika", Role.OPERATOR);
    assertThat(observed.get("/api/alerts").body())
        .contains("\"id\":1", "Not transferred: 2 orders", "Nicht übertragen: 2 Aufträge", "10023")
        .contains("\"recent\":[]", "\"receivers\":[]");
    assertThat(erika.post("/api/alerts/1/acknowledge", "{}").statusCode()).isEqualTo(200);
    assertThat(observed.get("/api/alerts?most=5").body()).contains("erika");
    assertThat(observed.get("/api/audit?kind=alert.acknowledge").body()).contains("alert:1");
    assertThat(erika.post("/api/alerts/2/acknowledge", "{}").body()).contains("no alert 2");
    assertThat(observed.get("/api/alerts?most=0").statusCode()).isEqualTo(400);
  }
}
