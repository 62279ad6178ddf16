package dev.kontor.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is told of what, as configured; what would be unsafe is refused by field. */
class AlertsConfigTest {

  private static final String ALERTS =
      """
      administration: {url: "https://kontor.example"}
      alerts:
        language: de
        receivers:
          office:
            email:
              host: mail.example
              user: hub
              password: {env: MAIL}
              from: hub@shop.example
              to: [erp@shop.example]
            quiet: [{from: "20:00", to: "07:00"}]
          team: {slack: {url: {env: SLACK}}, severity: urgent}
          hook: {webhook: {url: "http://127.0.0.1:9/x", secret: {env: MAIL}}}
        rules:
          failure: {after: PT1M, receivers: [team]}
          budget: {threshold: 80, severity: urgent}
      """;

  @TempDir Path directory;
  private Installation installation;

  @BeforeEach
  void setUp() {
    installation = new Installation(directory);
    installation.environment.put("MAIL", "planted-mail-secret");
    installation.environment.put("SHORT", "whsec_planted");
    installation.environment.put("SLACK", "https://hooks.slack.example/services/planted");
  }

  private AlertsConfig load(String yaml) {
    return installation.load(Installation.CONNECTIONS + yaml).alerts();
  }

  private void refused(String right, String wrong, String... said) {
    assertThat(ALERTS).contains(right);
    assertThatThrownBy(() -> load(ALERTS.replace(right, wrong)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContainingAll(said)
        .message()
        .doesNotContain("planted");
  }

  @Test
  void withoutReceiversNobodyIsTold() {
    assertThat(load("")).isEqualTo(AlertsConfig.NONE);
    assertThat(load("alerts: {}\n").enabled()).isTrue();
    assertThat(load("alerts: {}\n").rule(AlertRule.BUDGET).threshold()).isEqualTo(90);
  }

  @Test
  void receiversAndRulesAreRead() {
    AlertsConfig read = load(ALERTS);
    assertThat(read.language()).isEqualTo(Locale.GERMAN);
    assertThat(read.url()).isEqualTo(URI.create("https://kontor.example"));
    assertThat(read.receivers())
        .extracting(AlertReceiver::name)
        .containsExactly("office", "team", "hook");
    AlertReceiver office = read.receivers().getFirst();
    assertThat(office.zone()).as("that of the connections").isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(office.way()).hasFieldOrPropertyWithValue("port", 587);
    assertThat(read.rule(AlertRule.FAILURE).after()).isEqualTo(Duration.ofMinutes(1));
    assertThat(read.rule(AlertRule.FAILURE).tells("office")).isFalse();
    assertThat(read.rule(AlertRule.BUDGET).severity(AlertRule.BUDGET, false))
        .isEqualTo(Severity.URGENT);
    assertThat(read.toString()).doesNotContain("planted");
  }

  @Test
  void whatIsWrongIsSaidByField() {
    refused("{env: SLACK}", "{env: MAIL}", "alerts.receivers.team.slack.url", "web server");
    refused("http://127.0.0.1:9/x", "http://hub.example", "hook.webhook.url", "in clear");
    refused("/x\", secret: {env: MAIL}", "/x\", secret: {env: SHORT}", "hook.webhook.secret", "16");
    refused("severity: urgent}", "email: {}}", "alerts.receivers.team");
    refused("host: mail.example", "host: mail.example\n        security: none", "in clear");
    refused("user: hub", "port: 587", "alerts.receivers.office.email.user", "is missing");
    refused("[erp@shop.example]", "[\"a@b\\nBcc: c@d\"]", "email.to");
    refused("receivers: [team]", "receivers: [teem]", "rules.failure.receivers", "team");
    refused("failure:", "failures:", "alerts.rules.failures", "failure");
    refused("{env: SLACK}", "planted", "never stands in the configuration");
  }
}
