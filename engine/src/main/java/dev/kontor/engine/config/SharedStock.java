package dev.kontor.engine.config;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which shops sell the same stock: those whose rules count a location in common. */
final class SharedStock {

  private SharedStock() {}

  /** The flows; those of stock know the shops that sell from other locations only. */
  static List<FlowConfig> among(List<FlowConfig> flows) {
    return flows.stream()
        .map(flow -> flow.kind() == FlowKind.STOCK ? flow.apartFrom(apart(flow, flows)) : flow)
        .toList();
  }

  private static Set<String> apart(FlowConfig flow, List<FlowConfig> flows) {
    Set<String> shared =
        ofStock(flows)
            .filter(other -> !flow.stock().isApart(other.stock()))
            .map(other -> other.to().connection())
            .collect(Collectors.toSet());
    return ofStock(flows)
        .map(other -> other.to().connection())
        .filter(shop -> !shared.contains(shop) && !shop.equals(flow.to().connection()))
        .collect(Collectors.toSet());
  }

  private static Stream<FlowConfig> ofStock(List<FlowConfig> flows) {
    return flows.stream().filter(flow -> flow.enabled() && flow.kind() == FlowKind.STOCK);
  }
}
