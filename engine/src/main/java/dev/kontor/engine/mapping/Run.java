package dev.kontor.engine.mapping;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One application of a mapping to one document. */
final class Run {

  private final String mapping;
  private final JsonNode root;
  private final MappingContext context;

  /**
   * @param mapping its id
   * @param root the whole document
   */
  Run(String mapping, JsonNode root, MappingContext context) {
    this.mapping = mapping;
    this.root = root;
    this.context = context;
  }

  String mapping() {
    return mapping;
  }

  JsonNode root() {
    return root;
  }

  MappingContext context() {
    return context;
  }

  /** An empty object of the result. */
  ObjectNode object() {
    return new Made(this);
  }

  /** Whether this run made the object, so that it may still change; else it is the source's. */
  boolean made(JsonNode node) {
    return node instanceof Made made && made.run == this;
  }

  private static final class Made extends ObjectNode {

    private static final long serialVersionUID = 1;

    private final transient Run run;

    Made(Run run) {
      super(JsonNodeFactory.instance);
      this.run = run;
    }
  }
}
