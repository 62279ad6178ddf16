package dev.kontor.engine.mapping;

import dev.kontor.engine.config.ConfigException;
import dev.kontor.engine.config.ConnectorSchemas;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.config.Problem;
import dev.kontor.engine.config.YamlDocument;
import dev.kontor.spi.ConnectorProvider;
import dev.kontor.spi.MappingFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every mapping the configured flows use, compiled with the customer's overlays. */
public final class MappingLibrary {

  private final Map<String, Mapping> mappings;

  private MappingLibrary(Map<String, Mapping> mappings) {
    this.mappings = Map.copyOf(mappings);
  }

  /**
   * @param providers by connector id; a mapping may call the functions of the connector its id
   *     begins with
   * @throws ConfigException with everything wrong in any of them
   */
  public static MappingLibrary load(
      HubConfig config, ConnectorSchemas installed, Map<String, ConnectorProvider> providers) {
    Map<String, Mapping> mappings = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (String id : used(config)) {
      try {
        mappings.put(id, compile(id, config, installed, providers));
      } catch (ConfigException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    return new MappingLibrary(mappings);
  }

  /**
   * @throws IllegalArgumentException if no configured flow uses it
   */
  public Mapping mapping(String id) {
    Mapping mapping = mappings.get(id);
    if (mapping == null) {
      throw new IllegalArgumentException("no configured flow uses the mapping " + id);
    }
    return mapping;
  }

  private static Set<String> used(HubConfig config) {
    Set<String> ids = new LinkedHashSet<>();
    for (FlowConfig flow : config.flows()) {
      if (flow.from().mapping() != null) {
        ids.add(flow.from().mapping());
      }
      ids.add(flow.to().mapping());
    }
    return ids;
  }

  private static Mapping compile(
      String id,
      HubConfig config,
      ConnectorSchemas installed,
      Map<String, ConnectorProvider> providers) {
    String file = "mappings/" + id + ".yaml";
    String text =
        installed
            .mapping(id)
            .orElseThrow(
                () ->
                    new ConfigException(
                        List.of(new Problem(file, 0, "", "is not shipped", "install it"))));
    ConnectorProvider provider = providers.get(id.substring(0, Math.max(0, id.indexOf('/'))));
    Map<String, MappingFunction> functions = provider == null ? Map.of() : provider.functions();
    List<YamlDocument> overlays = new ArrayList<>();
    for (String overlay : config.overlays().getOrDefault(id, List.of())) {
      overlays.add(YamlDocument.parse("overlay " + (overlays.size() + 1) + " of " + id, overlay));
    }
    return new MappingCompiler(functions, config.tables().keySet())
        .compile(YamlDocument.parse(file, text), overlays);
  }
}
