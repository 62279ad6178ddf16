package dev.kontor.engine.config;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When people are told of something.
 *
 * @param severity null: the rule's own, and of failures urgent only where they are about money
 * @param after how long it must have been so
 * @param threshold how many there must be, or how many per cent
 * @param flows it is about; empty: all
 * @param receivers that are told; empty: all
 */
public record AlertRuleConfig(
    boolean enabled,
    @Nullable Severity severity,
    Duration after,
    int threshold,
    Set<String> flows,
    Set<String> receivers) {

  public AlertRuleConfig {
    flows = Set.copyOf(flows);
    receivers = Set.copyOf(receivers);
  }

  /** As it is if nobody says otherwise. */
  public static AlertRuleConfig usual(AlertRule rule) {
    return new AlertRuleConfig(true, null, rule.after(), rule.threshold(), Set.of(), Set.of());
  }

  /** Whether it is about that flow. */
  public boolean isAbout(String flow) {
    return flows.isEmpty() || flows.contains(flow);
  }

  /** Whether that receiver is told. */
  public boolean tells(String receiver) {
    return receivers.isEmpty() || receivers.contains(receiver);
  }

  /**
   * @param money whether orders or money are concerned
   */
  public Severity severity(AlertRule rule, boolean money) {
    if (severity != null) {
      return severity;
    }
    return rule == AlertRule.FAILURE && !money ? Severity.WARNING : rule.severity();
  }
}
