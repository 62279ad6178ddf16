package dev.kontor.engine.alert;

import dev.kontor.engine.config.AlertRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says a finding in business words.
 *
 * @param zone by whose clock times are told
 */
record Wording(Locale language, ZoneId zone) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm VV");

  Letter.Said said(Finding finding, Tidings tidings, Instant opened) {
    String prefix = prefix(finding);
    Object[] about = about(finding);
    String title = phrase(prefix + "_TITLE", about);
    String what = phrase(prefix + "_WHAT", about);
    return switch (tidings) {
      case OPENED, TEST ->
          new Letter.Said(title, what, effect(prefix, finding, about), todo(prefix, about));
      case REPEATED ->
          new Letter.Said(
              Phrase.STILL.in(language, title),
              what,
              effect(prefix, finding, about),
              todo(prefix, about));
      case OVER ->
          new Letter.Said(
              Phrase.OVER.in(language, title),
              what,
              Phrase.IS_OVER.in(language, time(opened)),
              Phrase.NOTHING_TO_DO.in(language));
    };
  }

  /** What a test says. */
  Letter.Said test(String receiver) {
    return new Letter.Said(
        Phrase.TEST_TITLE.in(language, receiver),
        Phrase.TEST_WHAT.in(language),
        Phrase.TEST_EFFECT.in(language),
        Phrase.TEST_TODO.in(language));
  }

  private static String prefix(Finding finding) {
    boolean uncompared = finding.rule() == AlertRule.DRIFT && finding.count() == 0;
    return uncompared ? "UNCOMPARED" : finding.rule().name();
  }

  private String phrase(String name, Object... about) {
    return Phrase.valueOf(name).in(language, about);
  }

  private String todo(String prefix, Object... about) {
    return phrase(prefix + "_TODO", about);
  }

  private String effect(String prefix, Finding finding, Object... about) {
    String effect = phrase(prefix + "_EFFECT", about);
    return finding.documents().isEmpty() ? effect : effect + " (" + documents(finding) + ")";
  }

  private Object[] about(Finding finding) {
    return new Object[] {
      finding.subject(), counted(finding), time(finding.since()), detail(finding)
    };
  }

  private String detail(Finding finding) {
    boolean person = finding.rule() == AlertRule.PAUSED && finding.detail().isEmpty();
    return person ? Phrase.STOPPED_BY_PERSON.in(language) : finding.detail();
  }

  private String counted(Finding finding) {
    Thing thing =
        switch (finding.rule()) {
          case BUDGET -> Thing.PERCENT;
          case RECEIVER -> Thing.NOTIFICATION;
          case FAILURE, AGE, SLA, DRIFT, SILENCE, PAUSED, UNREACHABLE ->
              finding.kind().isEmpty() ? Thing.ORDER : Thing.of(finding.kind());
        };
    String counted = thing.counted(finding.count(), language);
    return finding.worth().isEmpty()
        ? counted
        : Phrase.WORTH.in(language, counted, worth(finding.worth()));
  }

  private String worth(Map<String, BigDecimal> sums) {
    return new TreeMap<>(sums)
        .entrySet().stream()
            .map(sum -> String.format(language, "%,.2f ", sum.getValue()) + sum.getKey())
            .collect(Collectors.joining(" + "));
  }

  private String documents(Finding finding) {
    List<String> numbers = finding.documents();
    String listed = String.join(", ", numbers);
    long more = finding.count() - numbers.size();
    return more > 0 ? Phrase.MORE.in(language, listed, more) : listed;
  }

  private String time(@Nullable Instant moment) {
    return moment == null ? Phrase.UNKNOWN.in(language) : TIME.format(moment.atZone(zone));
  }
}
