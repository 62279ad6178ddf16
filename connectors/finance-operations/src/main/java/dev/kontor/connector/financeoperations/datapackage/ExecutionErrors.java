package dev.kontor.connector.financeoperations.datapackage;

import dev.kontor.model.ModelJson;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Why an import failed: texts, or objects of texts, as JSON within a JSON string. */
final class ExecutionErrors {

  private ExecutionErrors() {}

  /** Blank for none. */
  static String text(JsonNode told) {
    return list(told)
        .map(ExecutionErrors::one)
        .filter(text -> !text.isBlank())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static Stream<JsonNode> list(JsonNode told) {
    try {
      JsonNode within = told.isString() ? ModelJson.parse(told.asString()) : told;
      return within.isArray() ? within.valueStream() : Stream.of(told);
    } catch (JacksonException e) {
      return Stream.of(told);
    }
  }

  private static String one(JsonNode error) {
    return error.isObject()
        ? error
            .valueStream()
            .filter(JsonNode::isString)
            .map(JsonNode::asString)
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining(" "))
        : error.asString("");
  }
}
