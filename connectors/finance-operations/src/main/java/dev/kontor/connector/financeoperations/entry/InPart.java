package dev.kontor.connector.financeoperations.entry;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A part of a document that stands in the system. It is taken back whatever the fault: a line whose
 * answer was lost and that is entered later finds no header any more, so that none comes twice.
 */
record InPart(Stepped document, JsonNode header) {

  /** A line entered late changes the header between the look at it and its removal. */
  private static final int TRIES = 3;

  private String name() {
    return document.kind() + " " + document.number(header);
  }

  /** In words. */
  String inPart(Fault fault) {
    return name() + " is entered in part: " + fault.message();
  }

  /** What comes of the entry. */
  Outcome after(Fault fault) {
    Optional<Fault> left = takenBack();
    if (left.isPresent()) {
      return new Fault.OutcomeUnknown(
          inPart(fault) + "; and it could not be taken back: " + left.get().message());
    }
    return fault instanceof Fault.OutcomeUnknown
        ? new Fault.Unavailable(name() + " was taken back and is entered anew: " + fault.message())
        : fault;
  }

  private Optional<Fault> takenBack() {
    Optional<Fault> left = tried();
    for (int i = 1; i < TRIES && left.filter(Fault.Conflict.class::isInstance).isPresent(); i++) {
      left = tried();
    }
    return left;
  }

  private Optional<Fault> tried() {
    try {
      document.takeBack(header);
      return Optional.empty();
    } catch (FaultException e) {
      return Optional.of(e.fault());
    }
  }
}
