package dev.kontor.twin.financeoperations.visibility;

import dev.kontor.twin.financeoperations.records.Records;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What other systems told the add-in, by data source and measure; each change counts once. */
final class Quantities {
  private final Map<Spot, Map<String, Map<String, BigDecimal>>> told = new HashMap<>();
  private final Set<String> seen = new HashSet<>();

  /** Adds (or sets) the quantities of a change; one whose id is known changes nothing. */
  synchronized void change(JsonNode change, boolean absolute) {
    Spot spot = Spot.of(change);
    if (!seen.add(change.path("id").asString(""))) {
      return;
    }
    change
        .path("quantities")
        .properties()
        .forEach(
            source ->
                source
                    .getValue()
                    .properties()
                    .forEach(
                        measure ->
                            of(spot, source.getKey())
                                .merge(
                                    measure.getKey(),
                                    Records.number(source.getValue(), measure.getKey()),
                                    absolute ? (a, b) -> b : BigDecimal::add)));
  }

  private Map<String, BigDecimal> of(Spot spot, String source) {
    return told.computeIfAbsent(spot, s -> new TreeMap<>())
        .computeIfAbsent(source, s -> new TreeMap<>());
  }

  synchronized Set<Spot> spots() {
    return Set.copyOf(told.keySet());
  }

  /** {@code {source: {measure: quantity}}}. */
  synchronized ObjectNode at(Spot spot) {
    ObjectNode sources = Json.object();
    told.getOrDefault(spot, Map.of())
        .forEach(
            (source, measures) -> {
              ObjectNode node = sources.putObject(source);
              measures.forEach(node::put);
            });
    return sources;
  }
}
