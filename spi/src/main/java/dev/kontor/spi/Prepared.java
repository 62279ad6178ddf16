package dev.kontor.spi;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The answer of {@link Writer#prepare}. */
public sealed interface Prepared {

  /**
   * @param content the document to write
   * @param notes what was decided and why, in words for the document's page, e.g. an accepted
   *     difference per tax rate
   */
  record Ready(JsonNode content, List<String> notes) implements Prepared {
    public Ready {
      notes = List.copyOf(notes);
    }
  }

  /** It must not be written; the fault says what to do. */
  record Refused(Fault fault) implements Prepared {}
}
