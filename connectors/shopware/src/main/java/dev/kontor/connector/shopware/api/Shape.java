package dev.kontor.connector.shopware.api;

import dev.kontor.spi.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How one entity is asked for and what a row of it is as a document. */
public interface Shape {

  /** As in an address, e.g. {@code order}. */
  String entity();

  /** Field with the number people use. */
  String number();

  /** Full rows that one answer may carry, so that it stays below some megabytes. */
  int mostFull();

  /** Everything the mapping reads. */
  Criteria full(int limit);

  /** Id, number, place in the list, and what the version is made of; nothing else. */
  Criteria thin(int limit);

  /**
   * @param content the row if it was read in full, null if thin
   */
  Document document(JsonNode row, @Nullable JsonNode content);
}
