package dev.kontor.engine.alert;

import dev.kontor.engine.config.AlertRule;
import dev.kontor.engine.config.AlertRuleConfig;
import dev.kontor.engine.config.AlertsConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.desk.Overview;
import dev.kontor.engine.observe.SightingStore;
import dev.kontor.engine.reconcile.Night;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at an installation with a flow of orders and one of stock. */
final class Looks {

  static final SightingStore.Seen NOTHING =
      new SightingStore.Seen(Map.of(), Map.of(), Map.of(), Map.of());

  private final Map<AlertRule, AlertRuleConfig> rules = new EnumMap<>(AlertRule.class);

  /** Changes a rule. */
  void set(AlertRule rule, int threshold, String... flows) {
    rules.put(
        rule, new AlertRuleConfig(true, null, Duration.ZERO, threshold, Set.of(flows), Set.of()));
  }

  List<Finding> findings(Overview overview, SightingStore.Seen seen) {
    AlertsConfig none = AlertsConfig.NONE;
    AlertsConfig config =
        new AlertsConfig(true, none.language(), null, none.repeat(), none.calm(), List.of(), rules);
    return new Findings(config, Map.of("orders", FlowKind.ORDERS, "stock", FlowKind.STOCK))
        .of(new Looked(overview, List.of(), List.of(), seen, List.of()));
  }

  List<String> found(Overview overview, SightingStore.Seen seen) {
    return findings(overview, seen).stream()
        .map(f -> f.rule().word() + " " + f.cause() + " " + f.severity().word() + " " + f.count())
        .toList();
  }

  /** The flow of orders has a time of its own. */
  static Overview overview(long overdue, List<Overview.Paused> paused, Night... nights) {
    return new Overview(
        Samples.NOON,
        false,
        null,
        new Overview.Needs(0, 0, paused, 0),
        List.of(),
        List.of(flow("orders", 900L, overdue), flow("stock", null, 0)),
        List.of(nights));
  }

  private static Overview.Flow flow(String name, @Nullable Long sla, long overdue) {
    return new Overview.Flow(
        name, "", "shop", "erp", BigDecimal.ZERO, 0, 0, 0, null, sla, overdue, false, null, null);
  }
}
