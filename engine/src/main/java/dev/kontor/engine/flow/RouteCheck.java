package dev.kontor.engine.flow;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether each order of a shop, and each article, has one flow only; pure. */
public final class RouteCheck {

  private RouteCheck() {}

  /** What flows do twice, and which orders are left to none. */
  public static List<Finding> of(HubConfig config) {
    List<Finding> findings = new ArrayList<>();
    orders(config).forEach((shop, flows) -> findings.addAll(orders(config, shop, flows)));
    findings.addAll(writtenTwice(config));
    return findings;
  }

  private static Map<String, List<FlowConfig>> orders(HubConfig config) {
    return config.flows().stream()
        .filter(flow -> flow.enabled() && flow.kind() == FlowKind.ORDERS)
        .collect(
            Collectors.groupingBy(
                flow -> flow.from().connection(), TreeMap::new, Collectors.toList()));
  }

  private static List<Finding> orders(HubConfig config, String shop, List<FlowConfig> flows) {
    List<Finding> findings = new ArrayList<>();
    for (FlowConfig flow : flows) {
      config.rivals(flow).stream()
          .filter(rival -> rival.enabled() && rival.name().compareTo(flow.name()) > 0)
          .filter(rival -> RouteGaps.overlap(flow, rival))
          .forEach(rival -> findings.add(both(flow, rival)));
    }
    List<String> gaps = new RouteGaps(flows).inWords();
    if (!gaps.isEmpty()) {
      String subject = "orders of " + shop;
      String left = "no flow takes those with " + String.join("; nor those with ", gaps);
      findings.add(
          flows.size() == 1
              ? Finding.ok(subject, left)
              : Finding.warning(
                  subject, left, "add them to the conditions of a flow, unless that is meant"));
    }
    return findings;
  }

  private static Finding both(FlowConfig flow, FlowConfig rival) {
    return Finding.warning(
        "flows " + flow.name() + " and " + rival.name(),
        "can both take an order of "
            + flow.from().connection()
            + "; the one that reads it first enters it, in "
            + flow.to().connection()
            + " or in "
            + rival.to().connection(),
        "let their conditions differ: channels, currencies, countries or billToCountries");
  }

  /** Quotes of two shops are never the same. */
  private static boolean isOfArticles(FlowConfig flow) {
    return flow.kind() == FlowKind.STOCK
        || (flow.kind() == FlowKind.STATE && flow.to().entity() != EntityType.QUOTE);
  }

  private static List<Finding> writtenTwice(HubConfig config) {
    Map<String, List<String>> writers =
        config.flows().stream()
            .filter(FlowConfig::enabled)
            .filter(RouteCheck::isOfArticles)
            .collect(
                Collectors.groupingBy(
                    flow -> flow.to().entity().key() + " of " + flow.to().connection(),
                    TreeMap::new,
                    Collectors.mapping(FlowConfig::name, Collectors.toList())));
    List<Finding> findings = new ArrayList<>();
    writers.forEach(
        (what, flows) -> {
          if (flows.size() > 1) {
            findings.add(
                Finding.warning(
                    "flows " + String.join(" and ", flows),
                    "write the same " + what + "; of an article that both know the last one stands",
                    "switch all but one off (enabled: false), unless no article is in both"));
          }
        });
    return findings;
  }
}
