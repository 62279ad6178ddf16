package dev.kontor.spi;

import java.util.Optional;
import java.util.SortedSet;

/** The places of a system that may tell its stock by location. */
public interface Locations {

  /**
   * Codes of all places, as stock and rules name them; empty if stock is told as one sum only. Only
   * reads.
   *
   * @throws FaultException if the system cannot be asked
   */
  Optional<SortedSet<String>> codes();
}
