package dev.kontor.spi;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The answer of {@link Writer#prepare}. */
public sealed interface Prepared {

  /**
   * @param content the document to write
   * @param notes what was decided and why, in words for the document's page, e.g. an accepted
   *     difference per tax rate
   * @param attachments references of the source's files that the target does not have yet; they are
   *     opened before anything is written
   */
  record Ready(JsonNode content, List<String> notes, List<String> attachments) implements Prepared {
    public Ready {
      notes = List.copyOf(notes);
      attachments = List.copyOf(attachments);
    }

    /** Without files. */
    public Ready(JsonNode content, List<String> notes) {
      this(content, notes, List.of());
    }
  }

  /** It must not be written; the fault says what to do. */
  record Refused(Fault fault) implements Prepared {}
}
