package dev.kontor.engine.mapping;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where a rule writes: field names separated by dots, objects between are made on the way. */
record TargetPath(String text, List<String> fields) {

  /**
   * @throws IllegalArgumentException saying what is wrong with the path
   */
  static TargetPath compile(String text) {
    List<String> fields = new ArrayList<>();
    for (SourcePath.Step step : PathScanner.steps(text)) {
      if (!(step instanceof SourcePath.Step.Field(String name)) || name.startsWith("$")) {
        throw new IllegalArgumentException(
            "'" + text + "' is no target path; write field names separated by dots");
      }
      fields.add(name);
    }
    return new TargetPath(text, List.copyOf(fields));
  }

  void write(ObjectNode result, JsonNode value) {
    ObjectNode owner = result;
    for (String field : fields.subList(0, fields.size() - 1)) {
      // The object found here may be a part of the source, which must stay as it is.
      ObjectNode copy = owner.objectNode();
      if (owner.get(field) instanceof ObjectNode inner) {
        copy.setAll(inner);
      }
      owner.set(field, copy);
      owner = copy;
    }
    owner.set(fields.getLast(), value);
  }
}
