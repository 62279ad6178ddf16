package dev.kontor.engine;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.mapping.Mapping;
import dev.kontor.engine.mapping.MappingLibrary;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the enabled flows of a configuration together with their connections and mappings. */
final class FlowLines {

  private FlowLines() {}

  static Map<String, FlowLine> of(HubConfig config, Links links, MappingLibrary mappings) {
    Map<String, FlowConfig> enabled = new HashMap<>();
    config.flows().stream().filter(FlowConfig::enabled).forEach(f -> enabled.put(f.name(), f));
    Map<String, FlowLine> lines = new HashMap<>();
    enabled.forEach((name, flow) -> lines.put(name, line(flow, links, mappings, enabled)));
    return lines;
  }

  /** Switched on or not. */
  static FlowLine line(
      FlowConfig flow, Links links, MappingLibrary mappings, Map<String, FlowConfig> enabled) {
    @Nullable String in = flow.from().mapping();
    @Nullable Mapping inMapping = in == null ? null : mappings.mapping(in);
    return new FlowLine(
        flow,
        links.get(flow.from().connection()),
        links.get(flow.to().connection()),
        inMapping,
        mappings.mapping(flow.to().mapping()),
        flow.customersFlow().map(enabled::get).orElse(null),
        flow.replyFlow().map(enabled::get).orElse(null),
        flow.refundsFlow()
            .map(enabled::get)
            .map(refunds -> line(refunds, links, mappings, enabled))
            .orElse(null));
  }
}
