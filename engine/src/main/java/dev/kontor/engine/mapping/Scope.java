package dev.kontor.engine.mapping;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where a rule is being applied. Its path in the result is put together only when a message needs
 * it.
 *
 * @param outer the scope this one is in, null at the top
 * @param name of the target path this scope adds; empty at the top and for elements
 * @param index of the element, -1 if this is none
 * @param current what paths start from: the document, or an element inside {@code each}
 */
record Scope(Run run, @Nullable Scope outer, String name, int index, JsonNode current) {

  static Scope of(Run run) {
    return new Scope(run, null, "", -1, run.root());
  }

  Scope at(String to) {
    return new Scope(run, this, to, -1, current);
  }

  Scope element(int place, JsonNode element) {
    return new Scope(run, this, "", place, element);
  }

  /** Id of the mapping. */
  String mapping() {
    return run.mapping();
  }

  /** The whole document. */
  JsonNode root() {
    return run.root();
  }

  MappingContext context() {
    return run.context();
  }

  /** Path in the result written so far, for messages; empty at the top. */
  String target() {
    String before = outer == null ? "" : outer.target();
    if (index >= 0) {
      return before + "[" + index + "]";
    }
    return before.isEmpty() || name.isEmpty() ? before + name : before + "." + name;
  }

  FaultException invalid(String problem) {
    return new FaultException(
        new Fault.Invalid(target(), problem + " (mapping " + mapping() + ")", null));
  }
}
