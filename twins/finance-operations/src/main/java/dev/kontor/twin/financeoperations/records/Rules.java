package dev.kontor.twin.financeoperations.records;

import tools.jackson.databind.node.ObjectNode;

/** Business logic behind the entities of one source; every call is one transaction. */
public interface Rules {
  /**
   * Stores a new row.
   *
   * @param sent what the client named, checked against its entity
   * @return the row as stored
   */
  ObjectNode insert(String company, ObjectNode sent);

  /**
   * Changes a row.
   *
   * @param row a copy of what is stored
   */
  void update(String company, ObjectNode row, ObjectNode patch);

  void delete(String company, ObjectNode row);
}
