package dev.kontor.engine.mapping;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import tools.jackson.databind.JsonNode;

/**
 * Where a rule is being applied.
 *
 * @param mapping id of the mapping
 * @param target path in the result written so far, for messages; empty at the top
 * @param current what paths start from: the document, or an element inside {@code each}
 * @param root the whole document
 */
record Scope(
    String mapping, String target, JsonNode current, JsonNode root, MappingContext context) {

  Scope at(String to) {
    return new Scope(mapping, target.isEmpty() ? to : target + "." + to, current, root, context);
  }

  Scope element(int index, JsonNode element) {
    return new Scope(mapping, target + "[" + index + "]", element, root, context);
  }

  FaultException invalid(String problem) {
    return new FaultException(
        new Fault.Invalid(target, problem + " (mapping " + mapping + ")", null));
  }
}
