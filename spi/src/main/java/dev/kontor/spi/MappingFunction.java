package dev.kontor.spi;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A named pure function that a connector contributes to its mappings for semantics a mapping
 * language should not express, such as splitting a promotion over tax rates.
 */
@FunctionalInterface
public interface MappingFunction {

  /**
   * @param arguments as the mapping passes them; a missing value is a JSON null or missing node
   * @throws FaultException {@link Fault.Invalid} naming the field that cannot be translated
   */
  JsonNode apply(List<JsonNode> arguments);
}
