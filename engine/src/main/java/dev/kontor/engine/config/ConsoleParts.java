package dev.kontor.engine.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts what is set up in the console into the tree of the file, before anything is checked, so that
 * all of it is checked alike.
 */
final class ConsoleParts {

  private final ConnectorSchemas installed;
  private final KeptSettings kept;

  ConsoleParts(ConnectorSchemas installed, KeptSettings kept) {
    this.installed = installed;
    this.kept = kept;
  }

  YamlDocument over(YamlDocument file) {
    if (!(file.root() instanceof ObjectNode written)) {
      return file; // its shape is wrong, which is said elsewhere
    }
    ObjectNode root = written.deepCopy();
    Map<String, Integer> lines = new HashMap<>(file.lines());
    connections(root, lines);
    uses(root, lines);
    JsonNode uses = root.path("packs");
    for (int i = 0; i < uses.size(); i++) {
      if (uses.path(i) instanceof ObjectNode use) {
        flows(use, "/packs/" + i, lines);
      }
    }
    return new YamlDocument(file.file(), root, lines);
  }

  private void connections(ObjectNode root, Map<String, Integer> lines) {
    if (isEmpty(root.path("connections"))) {
      root.putObject("connections");
    }
    if (root.path("connections") instanceof ObjectNode all) {
      kept.connections()
          .forEach(
              (name, connection) -> {
                if (!all.has(name)) {
                  all.set(name, tree(connection));
                  lines.put(FieldPath.pointer("/connections", name), YamlDocument.CONSOLE);
                }
              });
    }
  }

  private static ObjectNode tree(KeptConnection connection) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("connector", connection.connector());
    if (connection.zone() != null) {
      tree.put("zone", connection.zone());
    }
    tree.put("referencePrefix", connection.referencePrefix());
    ObjectNode settings = connection.settings().deepCopy();
    for (String secret : connection.secrets().keySet()) {
      settings.withObject(JsonPointer.compile(secret)).put(Secrets.KEPT, secret);
    }
    tree.set("settings", settings);
    return tree;
  }

  private void uses(ObjectNode root, Map<String, Integer> lines) {
    if (isEmpty(root.path("packs")) && !kept.uses().isEmpty()) {
      root.putArray("packs");
    }
    if (root.path("packs") instanceof ArrayNode all) {
      List<PackUse> written = all.valueStream().map(PackUse::of).toList();
      for (PackUse use : kept.uses()) {
        if (written.stream().noneMatch(use::isSame)) {
          lines.put("/packs/" + all.size(), YamlDocument.CONSOLE);
          ObjectNode tree = all.addObject().put("use", use.pack()).put("prefix", use.prefix());
          use.roles().forEach(tree.putObject("roles")::put);
        }
      }
    }
  }

  private void flows(ObjectNode use, String pointer, Map<String, Integer> lines) {
    PackUse read = PackUse.of(use);
    for (String flow : Pack.flows(installed, read.pack())) {
      Map<String, JsonNode> settings = kept.flows().getOrDefault(read.prefix() + flow, Map.of());
      if (!settings.isEmpty() && isSettable(use, flow)) {
        ObjectNode set = use.withObjectProperty("flows").withObjectProperty(flow);
        String at = FieldPath.pointer(pointer + "/flows", flow);
        settings.forEach(
            (name, value) -> {
              set.set(name, value);
              lines.put(FieldPath.pointer(at, name), YamlDocument.CONSOLE);
            });
      }
    }
  }

  private static boolean isSettable(ObjectNode use, String flow) {
    JsonNode flows = use.path("flows");
    JsonNode set = flows.path(flow);
    return (flows.isMissingNode() || flows.isObject()) && (set.isMissingNode() || set.isObject());
  }

  private static boolean isEmpty(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }
}
