package dev.kontor.engine;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.OrderMoney;
import dev.kontor.engine.mapping.Mapping;
import dev.kontor.engine.mapping.MappingLibrary;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the enabled flows of a configuration together with their connections and mappings. */
final class FlowLines {

  private FlowLines() {}

  static Map<String, FlowLine> of(HubConfig config, Links links, MappingLibrary mappings) {
    Map<String, FlowConfig> enabled = new HashMap<>();
    config.flows().stream().filter(FlowConfig::enabled).forEach(f -> enabled.put(f.name(), f));
    Map<String, FlowLine> lines = new HashMap<>();
    enabled.forEach((name, flow) -> lines.put(name, line(config, flow, links, mappings, enabled)));
    return lines;
  }

  /** Switched on or not. */
  static FlowLine line(
      HubConfig config,
      FlowConfig flow,
      Links links,
      MappingLibrary mappings,
      Map<String, FlowConfig> enabled) {
    return new FlowLine(
        flow,
        links.get(flow.from().connection()),
        links.get(flow.to().connection()),
        optional(mappings, flow.from().mapping()),
        mappings.mapping(flow.to().mapping()),
        optional(mappings, reading(flow, enabled)),
        flow.customersFlow().map(enabled::get).orElse(null),
        flow.replyFlow().map(enabled::get).orElse(null),
        flow.money().stream()
            .flatMap(name -> Stream.ofNullable(enabled.get(name)))
            .collect(
                Collectors.toMap(
                    money -> OrderMoney.of(money.kind()),
                    money -> line(config, money, links, mappings, enabled))),
        config.rivals(flow),
        counterpart(flow, enabled));
  }

  /** A debtor that was just made is read as the flow reads it that will share it. */
  private static @Nullable String reading(FlowConfig flow, Map<String, FlowConfig> enabled) {
    return enabled.values().stream()
        .filter(
            shared -> shared.kind() == FlowKind.SHARED && flow.name().equals(shared.customers()))
        .findFirst()
        .orElse(flow)
        .to()
        .reading();
  }

  private static @Nullable Mapping optional(MappingLibrary mappings, @Nullable String id) {
    return id == null ? null : mappings.mapping(id);
  }

  private static @Nullable FlowConfig counterpart(
      FlowConfig flow, Map<String, FlowConfig> enabled) {
    String mirrored = flow.sharing().mirrors();
    return enabled.values().stream()
        .filter(
            other -> other.name().equals(mirrored) || flow.name().equals(other.sharing().mirrors()))
        .findFirst()
        .orElse(null);
  }
}
