package dev.kontor.twin.kit.odata;

import dev.kontor.twin.kit.Answer;

/** Where OData servers of different systems differ. */
public interface Dialect {
  /** The error answer, with the system's status and code for the problem. */
  Answer error(ODataFault fault);

  /** Rows of the largest page; a client may ask for less. */
  int maxPageSize();

  /** Whether {@code or} may join two different columns. */
  boolean orOnDistinctFields();

  /**
   * Whether a row is deleted only with its tag, as it is changed; else a tag is merely compared.
   */
  boolean tagToDelete();

  /** Largest number of operations in one $batch. */
  int maxBatch();

  /** Namespace of types and bound actions, for example Microsoft.NAV. */
  String namespace();
}
