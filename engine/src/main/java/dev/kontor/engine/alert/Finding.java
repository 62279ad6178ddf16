package dev.kontor.engine.alert;

import dev.kontor.engine.config.AlertRule;
import dev.kontor.engine.config.Severity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something people are to know, as it is just now. Without personal data.
 *
 * @param cause the same for the same cause, within its rule
 * @param subject flow, connection or receiver it is about
 * @param kind of documents concerned, as {@code FlowKind} writes it; empty if none are
 * @param detail the error or reason, without what differs from document to document; may be empty
 * @param count documents concerned, or per cent
 * @param since when it began, null if that is not known
 * @param documents some of the numbers people know them by
 * @param patience how long it must have been so before anybody is told
 * @param problem under which the error desk has the oldest of what failed, null if nothing did
 * @param worth of the orders among them, gross, by currency; empty if nobody knows
 */
public record Finding(
    AlertRule rule,
    String cause,
    Severity severity,
    String subject,
    String kind,
    String detail,
    long count,
    @Nullable Instant since,
    List<String> documents,
    Duration patience,
    @Nullable String problem,
    Map<String, BigDecimal> worth) {

  public Finding {
    documents = List.copyOf(documents);
    worth = Map.copyOf(Objects.requireNonNullElse(worth, Map.of()));
  }

  Finding patient(Duration time) {
    return with(time, problem, worth);
  }

  Finding problem(String id) {
    return with(patience, id, worth);
  }

  Finding worth(Map<String, BigDecimal> sums) {
    return with(patience, problem, sums);
  }

  private Finding with(Duration time, @Nullable String id, Map<String, BigDecimal> sums) {
    return new Finding(
        rule, cause, severity, subject, kind, detail, count, since, documents, time, id, sums);
  }

  /** What tells it from all others. */
  Key key() {
    return new Key(rule, cause);
  }

  /** One rule's cause. */
  record Key(AlertRule rule, String cause) {}
}
