package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Enters an order: the header, which gets its number from a number sequence, then line by line.
 * What was begun and cannot be finished is taken back.
 */
final class OrderEntry {

  /** Of an order number; longer references cannot be one. */
  private static final int NUMBER_LENGTH = 20;

  /** Lines that are rather entered anew than completed much later. */
  private static final int FEW = 10;

  private final String referenceField;
  private final boolean numbered;
  private final Headers headers;
  private final OrderLines lines;
  private final OrderRemoval removal;

  OrderEntry(FnoSettings settings, Headers headers, OrderLines lines, OrderRemoval removal) {
    this.referenceField = settings.referenceField();
    this.numbered = "reference".equals(settings.text("orderNumbers", "sequence"));
    this.headers = headers;
    this.lines = lines;
    this.removal = removal;
  }

  Outcome enter(Write write) {
    JsonNode header = headers.create(header(write));
    String number = Row.text(header, Headers.NUMBER);
    if (number.isEmpty()) {
      return new Fault.OutcomeUnknown("the order was entered, but the answer bears no number");
    }
    int entered = 0;
    try {
      keeps(header, write.reference());
      for (JsonNode line : write.content().path(OrderLines.IN)) {
        OrderLines.expect(line, lines.enter(number, line));
        entered++;
      }
      return new Outcome.Written(number, number, null);
    } catch (FaultException e) {
      return isLeft(e.fault(), entered)
          ? new Fault.OutcomeUnknown(
              "order " + number + " is entered in part: " + e.fault().message())
          : begun(header, number, e.fault());
    }
  }

  /**
   * Whether a part of an order stays, to be completed: a long one would else never get through a
   * busy service.
   */
  private static boolean isLeft(Fault fault, int entered) {
    return entered > FEW && !Refusals.isForGood(fault) && !(fault instanceof Fault.OutcomeUnknown);
  }

  private ObjectNode header(Write write) {
    ObjectNode fields = write.content().deepCopy().asObject();
    fields.remove(OrderLines.IN);
    fields.put(referenceField, write.reference());
    if (numbered) {
      if (write.reference().length() > NUMBER_LENGTH) {
        throw new FaultException(
            new Fault.Invalid(
                Headers.NUMBER,
                "would be longer than "
                    + NUMBER_LENGTH
                    + " characters; shorten the reference prefix of the source connection",
                null));
      }
      fields.put(Headers.NUMBER, write.reference());
    }
    return fields;
  }

  /** A reference that was cut would not be found again. */
  private void keeps(JsonNode header, String reference) {
    if (header.has(referenceField) && !headers.reference(header).equals(reference)) {
      throw new FaultException(
          new Fault.Invalid(
              referenceField,
              "keeps only "
                  + headers.reference(header).length()
                  + " characters of the reference; shorten the reference prefix of the source"
                  + " connection, or choose another field in setting orderReference",
              null));
    }
  }

  /**
   * A part of an order stands in the system. It is taken back whatever the fault: a line whose
   * answer was lost and that is entered later finds no order any more, so that none comes twice.
   */
  private Outcome begun(JsonNode header, String number, Fault fault) {
    Optional<Fault> left = takenBack(number, header);
    if (left.isPresent()) {
      return new Fault.OutcomeUnknown(
          "order "
              + number
              + " is entered in part: "
              + fault.message()
              + "; and it could not be taken back: "
              + left.get().message());
    }
    return fault instanceof Fault.OutcomeUnknown
        ? new Fault.Unavailable(
            "order " + number + " was taken back and is entered anew: " + fault.message())
        : fault;
  }

  private Optional<Fault> takenBack(String number, JsonNode header) {
    try {
      // Its lines have changed what an etag covers.
      removal.remove(headers.one(number).orElse(header));
      return Optional.empty();
    } catch (FaultException e) {
      return Optional.of(e.fault());
    }
  }
}
