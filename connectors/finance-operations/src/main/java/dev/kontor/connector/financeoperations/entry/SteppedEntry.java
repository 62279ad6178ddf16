package dev.kontor.connector.financeoperations.entry;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import tools.jackson.databind.JsonNode;

/** Enters a document step by step. What cannot be finished is taken back. */
public final class SteppedEntry {

  /** Steps that are rather taken anew than completed much later. */
  private static final int FEW = 10;

  private final Stepped document;

  public SteppedEntry(Stepped document) {
    this.document = document;
  }

  /**
   * @throws FaultException the refusal of the header
   */
  public Outcome enter() {
    JsonNode header = document.begin();
    String number = document.number(header);
    if (number.isEmpty()) {
      return new Fault.OutcomeUnknown(
          "the " + document.kind() + " was entered, but the answer bears no number");
    }
    int taken = 0;
    try {
      for (Runnable step : document.rest(header)) {
        step.run();
        taken++;
      }
      return new Outcome.Written(number, number, null);
    } catch (FaultException e) {
      InPart part = new InPart(document, header);
      return isLeft(e.fault(), taken)
          ? new Fault.OutcomeUnknown(part.inPart(e.fault()))
          : part.after(e.fault());
    }
  }

  /**
   * Whether a part stays, to be completed: a long document would else never get through a busy
   * service.
   */
  private static boolean isLeft(Fault fault, int taken) {
    return taken > FEW && !Refusals.isForGood(fault) && !(fault instanceof Fault.OutcomeUnknown);
  }
}
