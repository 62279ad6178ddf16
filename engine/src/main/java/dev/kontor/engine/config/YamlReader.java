package dev.kontor.engine.config;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns YAML 1.2 into a tree and remembers the lines, which Jackson's reader forgets. */
final class YamlReader {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String file;
  private final Map<String, Integer> lines = new HashMap<>();

  YamlReader(String file) {
    this.file = file;
  }

  YamlDocument read(String text) {
    try {
      Optional<Node> root =
          new Compose(LoadSettings.builder().setLabel(file).build()).composeString(text);
      return new YamlDocument(
          file, root.map(node -> tree(node, "")).orElseGet(NODES::objectNode), lines);
    } catch (MarkedYamlEngineException e) {
      throw refused(line(e.getProblemMark()), "", e.getProblem());
    } catch (YamlEngineException e) {
      throw refused(0, "", String.valueOf(e.getMessage()));
    }
  }

  private JsonNode tree(Node node, String pointer) {
    lines.putIfAbsent(pointer, line(node.getStartMark()));
    if (node.isRecursive()) {
      throw refused(line(node.getStartMark()), pointer, "contains itself through an alias");
    }
    return switch (node) {
      case MappingNode mapping -> object(mapping, pointer);
      case SequenceNode sequence -> array(sequence.getValue(), pointer);
      case ScalarNode scalar -> value(scalar);
      default -> throw refused(line(node.getStartMark()), pointer, "is no value");
    };
  }

  private ObjectNode object(MappingNode mapping, String pointer) {
    ObjectNode object = NODES.objectNode();
    Set<String> seen = new HashSet<>();
    for (NodeTuple tuple : mapping.getValue()) {
      int line = line(tuple.getKeyNode().getStartMark());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw refused(line, pointer, "has a field name that is no text");
      }
      String child = FieldPath.pointer(pointer, key.getValue());
      if (!seen.add(key.getValue())) {
        throw refused(line, child, "is named twice");
      }
      lines.put(child, line);
      object.set(key.getValue(), tree(tuple.getValueNode(), child));
    }
    return object;
  }

  private ArrayNode array(List<Node> elements, String pointer) {
    ArrayNode array = NODES.arrayNode();
    for (Node element : elements) {
      array.add(tree(element, pointer + "/" + array.size()));
    }
    return array;
  }

  private JsonNode value(ScalarNode scalar) {
    String text = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      return NODES.nullNode();
    }
    if (tag.equals(Tag.BOOL)) {
      return NODES.booleanNode(Boolean.parseBoolean(text));
    }
    try {
      if (tag.equals(Tag.INT)) {
        return NODES.numberNode(new BigInteger(text));
      }
      if (tag.equals(Tag.FLOAT)) {
        return NODES.numberNode(new BigDecimal(text));
      }
    } catch (NumberFormatException e) {
      throw refused(line(scalar.getStartMark()), "", "'" + text + "' is no decimal number");
    }
    return NODES.stringNode(text);
  }

  private static int line(Optional<Mark> mark) {
    return mark.map(m -> m.getLine() + 1).orElse(0);
  }

  private ConfigException refused(int line, String pointer, String problem) {
    return new ConfigException(
        List.of(
            new Problem(
                file, line, FieldPath.dotted(pointer), problem, "correct the file at this line")));
  }
}
