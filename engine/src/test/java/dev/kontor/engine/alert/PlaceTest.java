package dev.kontor.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.config.AlertRule;
import dev.kontor.engine.config.Severity;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each alert leads to where one acts on what it tells of. */
final class PlaceTest {

  private static Finding finding(AlertRule rule, String cause, @Nullable String problem) {
    String subject = cause.substring(cause.indexOf(':') + 1);
    return new Finding(
        rule,
        cause,
        Severity.URGENT,
        subject,
        "",
        "",
        1,
        null,
        List.of(),
        Duration.ZERO,
        problem,
        Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "FAILURE, orders, problems/ab12",
    "SLA, orders, messages?flow=orders&state=ready&state=waiting&state=retrying&state=dead",
    "AGE, at orders, messages?flow=at%20orders&state=ready&state=waiting&state=retrying&state=dead",
    "DRIFT, stock, connections?flow=stock",
    "BUDGET, erp, connections/erp",
    "SILENCE, shop, connections/shop",
    "UNREACHABLE, erp, connections/erp",
    "PAUSED, connection:erp, connections/erp",
    "PAUSED, flow:stock, connections?flow=stock",
    "PAUSED, Kontor, connections",
    "RECEIVER, office, alerts",
  })
  void ofEachRule(AlertRule rule, String cause, String page) {
    Finding finding = finding(rule, cause, "ab12");
    assertThat(Place.page(finding)).isEqualTo(page);
    assertThat(Place.link(URI.create("https://kontor.example/hub"), finding))
        .hasToString("https://kontor.example/hub/#/" + page);
  }

  @Test
  void whatAnOlderProcessFoundLeadsToAllGroups() {
    assertThat(Place.page(finding(AlertRule.FAILURE, "orders", null))).isEqualTo("problems");
    assertThat(Place.link(null, finding(AlertRule.DRIFT, "stock", null))).isNull();
  }
}
