package dev.kontor.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.config.AlertRule;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.config.Severity;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong is said in business words, in both languages. */
final class WordingTest {

  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

  private static Letter.Said said(Locale language, Finding finding, Tidings tidings) {
    return new Wording(language, Samples.BERLIN).said(finding, tidings, Samples.NOON);
  }

  private static Finding finding(AlertRule rule, String kind, long count) {
    return new Finding(
        rule,
        "c",
        Severity.URGENT,
        "it",
        kind,
        "why",
        count,
        null,
        List.of(),
        Duration.ZERO,
        null,
        Map.of());
  }

  @Test
  void aFailureSaysWhatItsEffectAndWhatToDo() {
    Finding finding = Samples.failed(12);
    assertThat(said(Locale.ENGLISH, finding, Tidings.OPENED))
        .isEqualTo(
            new Letter.Said(
                "Not transferred: 12 orders (orders)",
                "Reason: Gen. Bus. Posting Group must have a value",
                "Waiting for a person since 2026-11-30 12:00 Europe/Berlin: 12 orders. They are"
                    + " missing in the target until somebody decides. (10023 and 11 more)",
                "Mend the cause, then resubmit them; or discard what is not to be transferred."));
    assertThat(said(Locale.GERMAN, finding, Tidings.REPEATED).title())
        .isEqualTo("Weiterhin: Nicht übertragen: 12 Aufträge (orders)");
    assertThat(said(Locale.GERMAN, finding, Tidings.OVER).effect())
        .isEqualTo("Es begann am 2026-11-30 12:00 Europe/Berlin und ist vorbei.");
  }

  @Test
  void whatOrdersAreWorthIsSaidAsTheLanguageWritesIt() {
    Finding finding =
        Samples.failed(2)
            .worth(Map.of("EUR", new BigDecimal("1234.5"), "CHF", new BigDecimal("7")));
    assertThat(said(Locale.ENGLISH, finding, Tidings.OPENED).title())
        .isEqualTo("Not transferred: 2 orders worth 7.00 CHF + 1,234.50 EUR (orders)");
    assertThat(said(Locale.GERMAN, finding, Tidings.OPENED).title())
        .isEqualTo("Nicht übertragen: 2 Aufträge im Wert von 7,00 CHF + 1.234,50 EUR (orders)");
  }

  @ParameterizedTest
  @EnumSource(AlertRule.class)
  void everyRuleHasItsWords(AlertRule rule) {
    for (Locale language : LANGUAGES) {
      for (long count : List.of(0L, 1L, 2L)) {
        for (Tidings tidings : Tidings.values()) {
          Letter.Said said = said(language, finding(rule, "", count), tidings);
          assertThat(List.of(said.title(), said.what(), said.effect(), said.todo()))
              .noneMatch(text -> text.isBlank() || text.contains("%1") || text.contains("null"));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(FlowKind.class)
  void documentsAreCalledWhatPeopleCallThem(FlowKind kind) {
    String word = kind.name().toLowerCase(Locale.ROOT);
    for (Locale language : LANGUAGES) {
      String one = said(language, finding(AlertRule.SLA, word, 1), Tidings.OPENED).title();
      String many = said(language, finding(AlertRule.SLA, word, 2), Tidings.OPENED).title();
      assertThat(one).contains("1 ");
      assertThat(many).contains("2 ").isNotEqualTo(one.replace('1', '2'));
    }
  }

  @Test
  void spansHaveUnits() {
    assertThat(
            List.of("PT30S", "PT15M", "PT1H", "PT90M", "P1D", "PT26H").stream()
                .map(Duration::parse)
                .map(Span::words))
        .containsExactly("30 s", "15 min", "1 h", "1 h 30 min", "1 d", "1 d 2 h");
  }
}
