package dev.kontor.engine.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Locale;

/** What people can be told of. */
public enum AlertRule {
  /** Documents wait for a person, by what made them fail. */
  @JsonProperty("failure")
  FAILURE(Severity.URGENT, Duration.ZERO, 1),
  /** Documents have been on their way for too long. */
  @JsonProperty("age")
  AGE(Severity.WARNING, Duration.ofHours(1), 1),
  /** Documents are not in the target within the flow's time. */
  @JsonProperty("sla")
  SLA(Severity.URGENT, Duration.ZERO, 1),
  /** Both ends of a flow differed in the last nightly comparison, or could not be compared. */
  @JsonProperty("drift")
  DRIFT(Severity.WARNING, Duration.ZERO, 1),
  /** A limit of a system is used up to so many per cent. */
  @JsonProperty("budget")
  BUDGET(Severity.WARNING, Duration.ofMinutes(10), 90),
  /** A system that announced its documents does so no longer. */
  @JsonProperty("silence")
  SILENCE(Severity.WARNING, Duration.ofHours(1), 1),
  /** A connection or flow is stopped: by a fault at once, by a person after that time. */
  @JsonProperty("paused")
  PAUSED(Severity.URGENT, Duration.ofHours(1), 1),
  /** A system cannot be reached. */
  @JsonProperty("unreachable")
  UNREACHABLE(Severity.URGENT, Duration.ofMinutes(5), 1),
  /** A receiver of alerts does not get them; the others are told. */
  @JsonProperty("receiver")
  RECEIVER(Severity.WARNING, Duration.ofMinutes(15), 1);

  private final Severity severity;
  private final Duration after;
  private final int threshold;

  AlertRule(Severity severity, Duration after, int threshold) {
    this.severity = severity;
    this.after = after;
    this.threshold = threshold;
  }

  /** As the configuration and the API write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Severity severity() {
    return severity;
  }

  Duration after() {
    return after;
  }

  int threshold() {
    return threshold;
  }
}
