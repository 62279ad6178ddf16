package dev.kontor.kit;

import dev.kontor.spi.FaultException;
import dev.kontor.spi.Prepared;
import java.util.function.Supplier;

/** What preparing one document may end in. */
public final class Preparation {

  private Preparation() {}

  /**
   * What is wrong with the document refuses it alone.
   *
   * @throws FaultException whatever else went wrong, as it concerns the others, too
   */
  public static Prepared of(Supplier<Prepared> completed) {
    try {
      return completed.get();
    } catch (FaultException e) {
      if (Faults.isAboutDocument(e.fault())) {
        return new Prepared.Refused(e.fault());
      }
      throw e;
    }
  }
}
