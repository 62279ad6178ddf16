package dev.kontor.engine.config;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of what goes wrong.
 *
 * @param enabled whether anybody looks for it
 * @param language in which people are told
 * @param url where people reach the administration; null: nobody said
 * @param repeat after which it is said again while it lasts, zero for never
 * @param calm how long it must be gone before it is over
 * @param rules those that were changed
 */
public record AlertsConfig(
    boolean enabled,
    Locale language,
    @Nullable URI url,
    Duration repeat,
    Duration calm,
    List<AlertReceiver> receivers,
    Map<AlertRule, AlertRuleConfig> rules) {

  /** Nobody is told. */
  public static final AlertsConfig NONE =
      new AlertsConfig(
          false,
          Locale.ENGLISH,
          null,
          Duration.ofHours(4),
          Duration.ofMinutes(2),
          List.of(),
          Map.of());

  public AlertsConfig {
    receivers = List.copyOf(receivers);
    Map<AlertRule, AlertRuleConfig> all = new EnumMap<>(AlertRule.class);
    for (AlertRule rule : AlertRule.values()) {
      all.put(rule, rules.getOrDefault(rule, AlertRuleConfig.usual(rule)));
    }
    rules = Map.copyOf(all);
  }

  public AlertRuleConfig rule(AlertRule rule) {
    return Objects.requireNonNull(rules.get(rule));
  }
}
