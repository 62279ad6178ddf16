package dev.kontor.kit;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Documents that their reader put together, and says of what a person must mend first. */
public final class SoundPart {

  /** Beside the document: sentences, missing if there is nothing to mend. */
  public static final String PROBLEMS = "problems";

  private SoundPart() {}

  /**
   * A part of a document, for mappings.
   *
   * @throws FaultException {@link Fault.Invalid} with all problems, if there are any
   */
  public static JsonNode of(JsonNode document, String field) {
    JsonNode problems = document.path(PROBLEMS);
    if (!problems.isEmpty()) {
      throw new FaultException(
          new Fault.Invalid(
              field,
              problems.valueStream().map(JsonNode::asString).collect(Collectors.joining("; ")),
              null));
    }
    return document.path(field);
  }
}
