package dev.kontor.engine.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What people set up in the console; it holds over the file.
 *
 * @param connections by name; one that the file has, too, is the file's
 * @param uses of packs, likewise
 * @param flows settings by the flow's name and the setting's
 */
public record KeptSettings(
    Map<String, KeptConnection> connections,
    List<PackUse> uses,
    Map<String, Map<String, JsonNode>> flows) {

  /** Nothing. */
  public static final KeptSettings NONE = new KeptSettings(Map.of(), List.of(), Map.of());

  public KeptSettings {
    connections = Map.copyOf(connections);
    uses = List.copyOf(uses);
    flows = Map.copyOf(flows);
  }

  /** The same with another connection in place of the one of that name, if any. */
  public KeptSettings with(String name, KeptConnection connection) {
    Map<String, KeptConnection> all = new HashMap<>(connections);
    all.put(name, connection);
    return new KeptSettings(all, uses, flows);
  }

  /** The same without the connection of that name. */
  public KeptSettings without(String name) {
    Map<String, KeptConnection> all = new HashMap<>(connections);
    all.remove(name);
    return new KeptSettings(all, uses, flows);
  }

  /** The same with that use in place of the same one with other roles, if any. */
  public KeptSettings with(PackUse use) {
    List<PackUse> all = new ArrayList<>(uses);
    all.removeIf(use::isSame);
    all.add(use);
    return new KeptSettings(connections, all, flows);
  }

  /** The same without that use and the settings of its flows. */
  public KeptSettings without(PackUse use, Set<String> itsFlows) {
    Map<String, Map<String, JsonNode>> all = new HashMap<>(flows);
    all.keySet().removeAll(itsFlows);
    return new KeptSettings(
        connections, uses.stream().filter(other -> !other.isSame(use)).toList(), all);
  }

  /** The same, the flow set otherwise; a setting that is null is taken back. */
  public KeptSettings with(String flow, Map<String, JsonNode> settings) {
    Map<String, JsonNode> its = new HashMap<>(flows.getOrDefault(flow, Map.of()));
    its.putAll(settings);
    its.values().removeIf(JsonNode::isNull);
    Map<String, Map<String, JsonNode>> all = new HashMap<>(flows);
    all.put(flow, its);
    return new KeptSettings(connections, uses, all);
  }

  /** The same, where flows are as file and packs have them. */
  public KeptSettings withoutFlows() {
    return new KeptSettings(connections, uses, Map.of());
  }

  /** Secrets by the JSON pointer of their setting in the whole tree. */
  Map<String, String> secrets() {
    Map<String, String> secrets = new HashMap<>();
    connections.forEach(
        (name, connection) ->
            connection.secrets().forEach((at, secret) -> secrets.put(settings(name) + at, secret)));
    return secrets;
  }

  private static String settings(String connection) {
    return FieldPath.pointer("/connections", connection) + "/settings";
  }

  @Override
  public String toString() {
    return "KeptSettings[" + connections.keySet() + ", " + uses + ", " + flows.keySet() + "]";
  }
}
