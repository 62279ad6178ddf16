package dev.kontor.engine.setup;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Says for the record how a flow was set. */
final class FlowChange {

  private FlowChange() {}

  static String words(Map<String, JsonNode> settings) {
    return new TreeMap<>(settings)
        .entrySet().stream()
            .map(
                set ->
                    set.getKey()
                        + (set.getValue().isNull() ? " taken back" : " is " + set.getValue()))
            .collect(Collectors.joining(", "));
  }
}
