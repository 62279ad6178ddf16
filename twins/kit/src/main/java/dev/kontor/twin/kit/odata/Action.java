package dev.kontor.twin.kit.odata;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A bound action of an entity with its parameters in order, as $metadata tells of it. */
public record Action(String name, Map<String, EdmType> parameters) {

  /** No parameter is optional and no other is known; throws ODataFault. */
  void check(JsonNode sent) {
    for (String parameter : sent.propertyNames()) {
      if (!parameters.containsKey(parameter)) {
        throw ODataFault.of(
            Problem.UNKNOWN_PROPERTY,
            "The parameter '%s' in the request payload is not a valid parameter for the operation '%s'."
                .formatted(parameter, name));
      }
    }
    for (String parameter : parameters.keySet()) {
      if (!sent.hasNonNull(parameter)) {
        throw ODataFault.of(
            Problem.PARAMETER_MISSING,
            "The parameter '%s' of the operation '%s' was not provided."
                .formatted(parameter, name));
      }
    }
  }
}
