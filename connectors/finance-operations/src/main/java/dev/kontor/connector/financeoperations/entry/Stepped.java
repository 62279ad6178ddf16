package dev.kontor.connector.financeoperations.entry;

import dev.kontor.spi.FaultException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A header that gets its number from a number sequence, and its lines, each a call of its own. */
public interface Stepped {

  /** What people call it, e.g. {@code order}. */
  String kind();

  /**
   * Enters the header.
   *
   * @throws FaultException the refusal; nothing is there then
   */
  JsonNode begin();

  /** Of the header, as it was answered; blank if the answer bears none. */
  String number(JsonNode header);

  /**
   * What is left to do, one call each.
   *
   * @throws FaultException if the header is not as it was sent
   */
  List<Runnable> rest(JsonNode header);

  /**
   * Takes all of it away again, as it is by now.
   *
   * @param header as it was answered
   * @throws FaultException if it stays, whole or in part; {@code Fault.Conflict} if it changed
   *     meanwhile
   */
  void takeBack(JsonNode header);
}
