package dev.kontor.twin.kit.odata;

import dev.kontor.twin.kit.Answer;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The simulated system's rules of one entity set; bodies are checked against the table before, in
 * the order the client sent them. Without override an entity set is read-only.
 */
public interface Rules {
  /** The row as clients see it, with computed columns filled in. */
  default ObjectNode shown(String scope, ObjectNode row) {
    return row;
  }

  /** Refuses a collection read that lacks a needed filter. */
  default void checkRead(Set<String> filteredFields, boolean throughParent) {}

  /** Stores and returns a new row. */
  default ObjectNode insert(String scope, ObjectNode body) {
    throw notAllowed("insert");
  }

  /** Applies the sent properties to the row, stores and returns it. */
  default ObjectNode update(String scope, ObjectNode row, ObjectNode patch) {
    throw notAllowed("modify");
  }

  default void delete(String scope, ObjectNode row) {
    throw notAllowed("delete");
  }

  /** Runs a bound action, named without its namespace. */
  default Answer act(String scope, ObjectNode row, String action, JsonNode parameters) {
    throw ODataFault.of(Problem.ACTION_UNKNOWN, "The action '" + action + "' is not supported.");
  }

  /** Runs once all nested rows of a deep insert are stored. */
  default void inserted(String scope, ObjectNode row) {}

  private static ODataFault notAllowed(String what) {
    return ODataFault.of(Problem.METHOD_NOT_ALLOWED, "Entity does not support " + what + ".");
  }
}
