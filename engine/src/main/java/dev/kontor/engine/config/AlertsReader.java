package dev.kontor.engine.config;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads {@code alerts}. */
final class AlertsReader {

  private static final String POINTER = "/alerts";

  private final YamlDocument document;
  private final JsonNode node;
  private final ReceiverReader receivers;
  private final Collection<FlowConfig> flows;
  private final List<Problem> problems;

  AlertsReader(
      YamlDocument document,
      ReceiverReader receivers,
      Collection<FlowConfig> flows,
      List<Problem> problems) {
    this.document = document;
    this.node = document.root().path("alerts");
    this.receivers = receivers;
    this.flows = flows;
    this.problems = problems;
  }

  /**
   * @param administration where people reach the administration unless {@code alerts} says so
   */
  AlertsConfig read(@Nullable URI administration) {
    if (node.isMissingNode()) {
      return AlertsConfig.NONE;
    }
    JsonNode url = node.path("url");
    List<AlertReceiver> told = new ArrayList<>();
    node.path("receivers")
        .properties()
        .forEach(r -> receivers.read(r.getKey(), r.getValue()).ifPresent(told::add));
    return new AlertsConfig(
        true,
        Locale.of(node.path("language").asString("en")),
        url.isString() ? URI.create(url.asString()) : administration,
        duration(node.path("repeat"), AlertsConfig.NONE.repeat()),
        duration(node.path("calm"), AlertsConfig.NONE.calm()),
        told,
        rules());
  }

  private Map<AlertRule, AlertRuleConfig> rules() {
    Map<AlertRule, AlertRuleConfig> rules = new EnumMap<>(AlertRule.class);
    for (Map.Entry<String, JsonNode> entry : node.path("rules").properties()) {
      AlertRule rule = AlertRule.valueOf(entry.getKey().toUpperCase(Locale.ROOT));
      rules.put(rule, rule(rule, entry.getValue()));
    }
    return rules;
  }

  private AlertRuleConfig rule(AlertRule rule, JsonNode set) {
    AlertRuleConfig usual = AlertRuleConfig.usual(rule);
    String pointer = POINTER + "/rules/" + rule.word();
    return new AlertRuleConfig(
        set.path("enabled").asBoolean(true),
        set.has("severity") ? Severity.of(set.path("severity").asString()) : null,
        duration(set.path("after"), usual.after()),
        set.path("threshold").asInt(usual.threshold()),
        names(set, pointer, "flows", flows.stream().map(FlowConfig::name).toList()),
        names(set, pointer, "receivers", node.path("receivers").propertyNames()));
  }

  private Set<String> names(JsonNode set, String pointer, String field, Collection<String> known) {
    Set<String> names = new TreeSet<>();
    for (JsonNode name : set.path(field)) {
      if (!known.contains(name.asString())) {
        problems.add(
            document.problem(
                pointer + "/" + field + "/" + names.size(),
                "names nothing that is configured",
                Nearest.remedy(name.asString(), known, "remove it")));
      }
      names.add(name.asString());
    }
    return names;
  }

  private static Duration duration(JsonNode text, Duration otherwise) {
    return text.isString() ? Duration.parse(text.asString()) : otherwise;
  }
}
