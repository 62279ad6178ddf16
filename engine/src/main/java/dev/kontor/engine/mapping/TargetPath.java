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

  /** Objects on the way are changed where this run made them, and copied where they are not its. */
  void write(Run run, ObjectNode result, JsonNode value) {
    ObjectNode owner = result;
    int last = fields.size() - 1;
    for (int i = 0; i < last; i++) {
      owner = inner(run, owner, fields.get(i));
    }
    owner.set(fields.get(last), value);
  }

  private static ObjectNode inner(Run run, ObjectNode owner, String field) {
    JsonNode there = owner.get(field);
    if (there instanceof ObjectNode object && run.made(object)) {
      return object;
    }
    ObjectNode made = run.object();
    if (there instanceof ObjectNode object) {
      made.setAll(object);
    }
    owner.set(field, made);
    return made;
  }
}
