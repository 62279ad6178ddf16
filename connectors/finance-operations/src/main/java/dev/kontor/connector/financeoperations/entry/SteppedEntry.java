package dev.kontor.connector.financeoperations.entry;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Enters a document step by step. What was begun and cannot be finished is taken back. */
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
      return isLeft(e.fault(), taken)
          ? new Fault.OutcomeUnknown(inPart(number, e.fault()))
          : begun(header, number, e.fault());
    }
  }

  private String inPart(String number, Fault fault) {
    return document.kind() + " " + number + " is entered in part: " + fault.message();
  }

  /**
   * Whether a part stays, to be completed: a long document would else never get through a busy
   * service.
   */
  private static boolean isLeft(Fault fault, int taken) {
    return taken > FEW && !Refusals.isForGood(fault) && !(fault instanceof Fault.OutcomeUnknown);
  }

  /**
   * A part stands in the system. It is taken back whatever the fault: a line whose answer was lost
   * and that is entered later finds no header any more, so that none comes twice.
   */
  private Outcome begun(JsonNode header, String number, Fault fault) {
    Optional<Fault> left = takenBack(header);
    if (left.isPresent()) {
      return new Fault.OutcomeUnknown(
          inPart(number, fault) + "; and it could not be taken back: " + left.get().message());
    }
    return fault instanceof Fault.OutcomeUnknown
        ? new Fault.Unavailable(
            document.kind()
                + " "
                + number
                + " was taken back and is entered anew: "
                + fault.message())
        : fault;
  }

  private Optional<Fault> takenBack(JsonNode header) {
    try {
      document.takeBack(header);
      return Optional.empty();
    } catch (FaultException e) {
      return Optional.of(e.fault());
    }
  }
}
