package dev.kontor.twin.kit.odata;

import dev.kontor.twin.kit.Answer;
import java.util.List;
import java.util.Optional;
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

  /**
   * Rows that are computed at each read; empty where the rows are stored ones.
   *
   * @param parent value of the parent row's column when reached through it, else empty text
   */
  default Optional<List<ObjectNode>> computed(String scope, String parent) {
    return Optional.empty();
  }

  /** Whether collections of this set show the row, which other sets may show too. */
  default boolean covers(ObjectNode row) {
    return true;
  }

  /** The bytes of a stream column; 204 when there are none. */
  default Answer content(String scope, ObjectNode row, String column) {
    return Answer.empty(204);
  }

  /** Replaces the bytes of a stream column. */
  default void setContent(String scope, ObjectNode row, String contentType, byte[] bytes) {
    throw notAllowed("modify");
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

  /** Runs a bound action of the table's, named without its namespace, with all its parameters. */
  default Answer act(String scope, ObjectNode row, String action, JsonNode parameters) {
    throw unknownAction(action);
  }

  /** Runs once all nested rows of a deep insert are stored. */
  default void inserted(String scope, ObjectNode row) {}

  /** The refusal of an action that does not exist or is not simulated. */
  static ODataFault unknownAction(String action) {
    return ODataFault.of(Problem.ACTION_UNKNOWN, "The action '" + action + "' is not supported.");
  }

  private static ODataFault notAllowed(String what) {
    return ODataFault.of(Problem.METHOD_NOT_ALLOWED, "Entity does not support " + what + ".");
  }
}
