package dev.kontor.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.observe.CallResult;
import dev.kontor.engine.observe.Watch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the administration port tells machines about a running hub. */
class MetricsTest {

  private static final String PLANTED = "eva.planted@example.com";
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");

  @TempDir private static Path home;
  private static ObservedHub observed;

  @BeforeAll
  static void start() {
    observed = new ObservedHub(home, Duration.ofSeconds(10));
    observed.plant("orders", PLANTED);
    try (Watch.Call call = observed.gate.telemetry().call("erp", true)) {
      call.ended(CallResult.THROTTLED);
    }
  }

  @AfterAll
  static void stop() {
    observed.close();
  }

  /** Asks until the worker has looked at the planted message and the count was renewed. */
  private static String metrics(String line) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
    String text = "";
    while (!text.contains(line)) {
      assertThat(System.nanoTime() - end).as("%s in %s", line, text).isNegative();
      text = observed.get("/metrics").body();
    }
    return text;
  }

  @Test
  void whatWaitsIsCountedByFlowAndState() throws Exception {
    String settled = "kontor_settled_total{fault=\"\",flow=\"orders\",state=\"waiting\"}";
    // Counted only after it is stored and seen by others.
    metrics(settled);
    String text = metrics("kontor_messages_open{flow=\"orders\",state=\"waiting\"} 1");
    assertThat(text)
        .contains("kontor_lanes{flow=\"orders\",state=\"resting\"} 1")
        .contains(settled)
        .contains("kontor_lease_held 1")
        .contains("kontor_database_up 1")
        .contains("kontor_audit_seal_lag_seconds")
        .contains("jvm_memory_used_bytes");
  }

  @Test
  void callsAreTimedByConnectionKindAndResult() throws Exception {
    assertThat(observed.get("/metrics").body())
        .contains(
            "kontor_calls_seconds_count{connection=\"erp\",kind=\"write\",result=\"throttled\"} 1");
  }

  @Test
  void refusedPushesAreCountedByConnection() throws Exception {
    observed.gate.telemetry().refused("erp");
    assertThat(observed.get("/metrics").body())
        .contains("kontor_door_refused_total{connection=\"erp\"} 1");
  }

  @Test
  void labelsAreNamesOfTheConfigurationAndNothingOfADocumentIsShown() throws Exception {
    String text = metrics("kontor_messages_open{flow=\"orders\"");
    assertThat(text).doesNotContain(PLANTED).doesNotContain("planted");
    Matcher label =
        LABEL.matcher(
            String.join("\n", text.lines().filter(l -> l.startsWith("kontor_")).toList()));
    while (label.find()) {
      switch (label.group(1)) {
        case "flow" -> assertThat(label.group(2)).isEqualTo("orders");
        case "connection" -> assertThat(label.group(2)).isEqualTo("erp");
        case "kind" -> assertThat(label.group(2)).isIn("read", "write");
        default ->
            assertThat(label.group(1)).isIn(Set.of("state", "fault", "result", "le", "subject"));
      }
    }
  }

  @Test
  void aHubThatRunsIsAliveAndReadyEvenWithAPausedConnection() throws Exception {
    observed.hub.desk().pause("connection:erp", "ada", "for a test");
    var ready = observed.get("/health/ready");
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body()).contains("connection:erp").contains("\"lease\":true");
    assertThat(observed.get("/health/live").statusCode()).isEqualTo(200);
    assertThat(observed.get("/metrics").body())
        .contains("kontor_paused{subject=\"connection:erp\"} 1");
    observed.hub.desk().resume("connection:erp", "ada");
  }
}
