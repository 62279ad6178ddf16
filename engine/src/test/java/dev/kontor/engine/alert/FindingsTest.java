package dev.kontor.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kontor.engine.config.AlertRule;
import dev.kontor.engine.config.AlertRuleConfig;
import dev.kontor.engine.config.Severity;
import dev.kontor.engine.desk.Overview;
import dev.kontor.engine.reconcile.Night;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What of a look is told, and how much it presses. */
final class FindingsTest {

  private final Looks looks = new Looks();

  private static Night night(int different, @Nullable String failure) {
    return new Night(
        "stock",
        Samples.NOON,
        Duration.ZERO,
        9,
        different,
        0,
        "changed there " + different,
        failure);
  }

  private List<String> found(Night night) {
    return looks.found(Looks.overview(3, List.of(), night), Looks.NOTHING);
  }

  @Test
  void whatIsLateOrDiffersIsTold() {
    assertThat(found(night(2, null)))
        .containsExactly("sla orders urgent 3", "drift stock warning 2");
    assertThat(found(night(0, "answered 500"))).contains("drift stock/failed warning 0");
    looks.set(AlertRule.DRIFT, 3);
    looks.set(AlertRule.SLA, 1, "stock");
    assertThat(found(night(2, null))).isEmpty();
  }

  @Test
  void aFaultsStopIsToldAtOnceAPersonsLaterAndWithoutThePersonsWords() {
    Overview.Paused byHub =
        new Overview.Paused("connection:erp", "401 'secret'", "hub", Samples.NOON);
    Overview.Paused byPerson =
        new Overview.Paused("flow:orders", "Erika is ill", "max", Samples.NOON);
    assertThat(looks.findings(Looks.overview(0, List.of(byHub, byPerson)), Looks.NOTHING))
        .extracting(Finding::cause, Finding::detail, Finding::patience)
        .containsExactly(
            tuple("connection:erp", "# '…'", Duration.ZERO),
            tuple("flow:orders", "", Duration.ofHours(1)));
  }

  @Test
  void failuresPressWhereTheyAreAboutMoney() {
    AlertRuleConfig usual = AlertRuleConfig.usual(AlertRule.FAILURE);
    assertThat(usual.severity(AlertRule.FAILURE, true)).isEqualTo(Severity.URGENT);
    assertThat(usual.severity(AlertRule.FAILURE, false)).isEqualTo(Severity.WARNING);
  }
}
