package dev.kontor.spi;

/** Opens the files that a system's documents name by reference. */
public interface Files {

  /**
   * @param reference as a document of this system names it
   * @throws FaultException {@link Fault.Missing} if there is no such file (any more)
   */
  Attachment open(String reference);
}
