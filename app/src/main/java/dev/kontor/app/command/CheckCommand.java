package dev.kontor.app.command;

import dev.kontor.engine.Connectors;
import dev.kontor.engine.Links;
import dev.kontor.engine.Machinery;
import dev.kontor.engine.budget.Budgets;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.flow.KeptLimit;
import dev.kontor.engine.flow.Link;
import dev.kontor.engine.flow.ListenerCheck;
import dev.kontor.engine.flow.RouteCheck;
import dev.kontor.engine.mapping.MappingLibrary;
import dev.kontor.engine.observe.Watch;
import dev.kontor.engine.stock.RuleCheck;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says whether everything is set up to run; only reads. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Says whether everything is set up to run; only reads.",
    footer = {
      "",
      "Checks configuration, flows, mappings and every connection: reach, sign-in, rights, article",
      "numbers. Exit status 1 if something cannot run."
    })
public final class CheckCommand implements Callable<Integer> {

  @Mixin private ConfigOption file = new ConfigOption();
  @Mixin private HomeOption home = new HomeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Connectors connectors = Connectors.installed();
    HubConfig config = file.load(home, connectors);
    PrintWriter out = spec.commandLine().getOut();
    long errors = flows(config, connectors, out);
    try (Budgets budgets = Budgets.alone();
        Links links = new Links(config, connectors, Machinery.system(), budgets, Watch.NONE)) {
      for (Link link : new TreeMap<>(links.all()).values()) {
        errors += connection(link, config, out);
      }
    }
    out.println(errors == 0 ? "ready" : errors + " to mend before the hub can run");
    out.flush();
    return errors == 0 ? 0 : 1;
  }

  private static long flows(HubConfig config, Connectors connectors, PrintWriter out) {
    MappingLibrary.load(config, connectors.schemas(), connectors.providers());
    for (FlowConfig flow : config.flows()) {
      out.printf(
          "flow %s: %s → %s, %s%n",
          flow.name(), flow.from().connection(), flow.to().connection(), standing(flow));
    }
    config.alerts().receivers().forEach(r -> out.println("alerts to " + r.name() + ", " + r.way()));
    RouteCheck.of(config).forEach(finding -> out.println(line(finding)));
    if (config.flows().stream().anyMatch(FlowConfig::enabled)) {
      return 0;
    }
    out.println(
        "  ERROR   flows: none is enabled; add a pack under packs or in the console, or enable one of its flows");
    return 1;
  }

  private static String standing(FlowConfig flow) {
    if (!flow.enabled()) {
      return "switched off";
    }
    return flow.dryRun() ? "mappings compile; dry run: nothing is written" : "mappings compile";
  }

  private static long connection(Link link, HubConfig config, PrintWriter out) {
    out.println("connection " + link.name() + " (" + link.descriptor().title() + ")");
    link.limits().all().forEach(l -> out.println(line(l)));
    List<Finding> findings = new ArrayList<>(findings(link));
    findings.addAll(ListenerCheck.of(link, config.connections().keySet()));
    config.flows().stream()
        .filter(flow -> flow.enabled() && flow.from().connection().equals(link.name()))
        .forEach(flow -> findings.addAll(rule(flow, link)));
    findings.forEach(f -> out.println(line(f)));
    out.flush();
    return findings.stream().filter(f -> f.severity() == Finding.Severity.ERROR).count();
  }

  private static List<Finding> findings(Link link) {
    try {
      return link.connector().check();
    } catch (FaultException e) {
      return List.of(
          Finding.error("check", e.fault().message(), "mend it and run the check again"));
    }
  }

  private static List<Finding> rule(FlowConfig flow, Link link) {
    try {
      return RuleCheck.of(flow, link.connector());
    } catch (FaultException e) {
      return List.of(
          Finding.error("rule of flow " + flow.name(), e.fault().message(), "run the check again"));
    }
  }

  private static String line(KeptLimit limit) {
    return "  LIMIT   %s: %d – %s".formatted(limit.name(), limit.value(), limit.origin());
  }

  private static String line(Finding finding) {
    String remedy = finding.remedy().isEmpty() ? "" : " – " + finding.remedy();
    return "  %-7s %s: %s%s"
        .formatted(finding.severity(), finding.subject(), finding.problem(), remedy);
  }
}
