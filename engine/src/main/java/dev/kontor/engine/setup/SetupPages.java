package dev.kontor.engine.setup;

import dev.kontor.engine.Connectors;
import dev.kontor.engine.config.ConfigException;
import dev.kontor.engine.config.ConfigFile;
import dev.kontor.engine.config.ConnectionConfig;
import dev.kontor.engine.config.ConnectorSchemas;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.config.KeptSettings;
import dev.kontor.engine.config.Pack;
import dev.kontor.engine.config.PackUse;
import dev.kontor.engine.config.PublicSettings;
import dev.kontor.spi.Descriptor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads file and console together for people. */
final class SetupPages {

  private static final String FILE = "file";
  private static final String CONSOLE = "console";

  private final ConfigFile file;
  private final ConnectorSchemas installed;

  SetupPages(ConfigFile file, Connectors connectors) {
    this.file = file;
    this.installed = connectors.schemas();
  }

  /**
   * @param applied what this process runs by; shown where the newest cannot be read here
   */
  SetupPage page(KeptSetup now, SetupDesk.@Nullable Applied applied) {
    KeptSettings kept = now.settings();
    @Nullable String refused = applied == null ? null : applied.refused();
    HubConfig config;
    try {
      config = file.load(kept);
    } catch (ConfigException e) {
      if (applied == null) {
        throw e;
      }
      config = applied.config();
      kept = applied.setup().settings();
      refused = e.getMessage();
    }
    FileRules rules = new FileRules(rulesOf(kept));
    return new SetupPage(
        now.version(),
        applied == null ? now.version() : applied.setup().version(),
        refused,
        systems(),
        packs(),
        connections(config, rules),
        uses(rules, kept),
        flows(config, rules, kept));
  }

  private ConfigFile.Written rulesOf(KeptSettings kept) {
    try {
      return file.written();
    } catch (ConfigException e) { // it was a file once by which this process runs
      return new ConfigFile.Written(kept.connections().keySet(), List.of());
    }
  }

  private List<SetupPage.SystemKind> systems() {
    return new TreeSet<>(installed.connectors())
        .stream()
            .flatMap(id -> installed.connector(id).stream())
            .map(
                system ->
                    new SetupPage.SystemKind(
                        system.id(), system.title(), PublicSettings.rules(system)))
            .toList();
  }

  private List<SetupPage.PackKind> packs() {
    return installed.packs().stream()
        .flatMap(name -> Pack.of(installed, name).stream())
        .map(pack -> new SetupPage.PackKind(pack.name(), pack.title(), pack.roles()))
        .toList();
  }

  private List<SetupPage.Connection> connections(HubConfig config, FileRules rules) {
    return config.connections().values().stream()
        .sorted(Comparator.comparing(ConnectionConfig::name))
        .map(connection -> connection(connection, config, rules))
        .toList();
  }

  private SetupPage.Connection connection(
      ConnectionConfig connection, HubConfig config, FileRules rules) {
    Descriptor system = installed.connector(connection.connector()).orElseThrow();
    String name = connection.name();
    return new SetupPage.Connection(
        name,
        connection.connector(),
        connection.zone().getId(),
        connection.referencePrefix(),
        PublicSettings.open(connection, system),
        PublicSettings.secrets(connection, system),
        rules.written().connections().contains(name) ? FILE : CONSOLE,
        config.flows().stream()
            .filter(
                flow ->
                    Stream.of(flow.from().connection(), flow.to().connection())
                        .anyMatch(name::equals))
            .map(FlowConfig::name)
            .toList());
  }

  private List<SetupPage.Use> uses(FileRules rules, KeptSettings kept) {
    return rules.uses(kept).stream()
        .map(
            use ->
                new SetupPage.Use(
                    use.pack(),
                    use.prefix(),
                    use.roles(),
                    rules.has(use) ? FILE : CONSOLE,
                    List.copyOf(FileRules.flows(use, installed))))
        .toList();
  }

  private List<SetupPage.Flow> flows(HubConfig config, FileRules rules, KeptSettings kept) {
    Map<String, FlowConfig> own = byName(config.flows());
    Map<String, FlowConfig> others = byName(without(config, kept));
    List<SetupPage.Flow> flows = new ArrayList<>();
    for (PackUse use : rules.uses(kept)) {
      for (String name : FileRules.flows(use, installed)) {
        @Nullable FlowConfig flow = own.get(name);
        if (flow != null) {
          flows.add(flow(flow, others.getOrDefault(name, flow), use, kept));
        }
      }
    }
    return flows;
  }

  private static Map<String, FlowConfig> byName(List<FlowConfig> flows) {
    return flows.stream().collect(Collectors.toMap(FlowConfig::name, Function.identity()));
  }

  private List<FlowConfig> without(HubConfig config, KeptSettings kept) {
    try {
      return file.load(kept.withoutFlows()).flows();
    } catch (ConfigException e) {
      return config.flows(); // the settings of flows mend what the file has wrong
    }
  }

  private static SetupPage.Flow flow(
      FlowConfig flow, FlowConfig otherwise, PackUse use, KeptSettings kept) {
    return new SetupPage.Flow(
        flow.name(),
        flow.kind().name().toLowerCase(java.util.Locale.ROOT),
        use.pack(),
        flow.from().connection(),
        flow.to().connection(),
        flow.kind().isPolled(),
        flow.kind().isCompared(),
        FlowValues.of(flow),
        FlowValues.of(otherwise),
        List.copyOf(new TreeSet<>(kept.flows().getOrDefault(flow.name(), Map.of()).keySet())));
  }
}
