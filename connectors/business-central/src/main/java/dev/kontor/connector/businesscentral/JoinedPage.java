package dev.kontor.connector.businesscentral;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A partner's page, whatever it is published as. */
sealed interface JoinedPage permits ApiPage, SoapPage {

  /** Whether the server offers the page. */
  boolean isOffered();

  /** Whether it has that field. */
  boolean has(String field);

  /**
   * Reads a row, to see that it may be read.
   *
   * @throws dev.kontor.spi.FaultException if not
   */
  void tryReading();

  /**
   * Makes a row.
   *
   * @throws dev.kontor.spi.FaultException naming the page's field
   */
  void create(ObjectNode fields);

  /**
   * Changes a row, if nobody has changed it since it was read.
   *
   * @throws dev.kontor.spi.FaultException naming the page's field
   */
  void update(JsonNode row, ObjectNode changes);
}
