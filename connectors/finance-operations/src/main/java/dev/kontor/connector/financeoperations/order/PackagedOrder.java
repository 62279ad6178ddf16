package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What an import brought of an order, or why it brought nothing. */
final class PackagedOrder {

  private final Headers headers;
  private final OrderLines lines;
  private final OrderRemoval removal;
  private final ImportRefusals refusals;

  PackagedOrder(FnoSettings settings, FnoApi api, OrderRemoval removal) {
    this.headers = new Headers(settings, api);
    this.lines = new OrderLines(settings, api);
    this.removal = removal;
    this.refusals = new ImportRefusals(api.actions());
  }

  /**
   * The order that bears the reference, if it is as it should be; else it is taken back.
   *
   * @return empty if there is none
   * @throws FaultException if it cannot be read
   */
  Optional<Outcome> there(Write write) {
    List<JsonNode> found = headers.carrying(List.of(write.reference()));
    if (found.size() > 1) {
      return Optional.of(
          new Fault.Ambiguous(
              found.size()
                  + " orders bear the reference "
                  + write.reference()
                  + "; remove all but one in Finance & Operations, then resubmit"));
    }
    return found.stream().findFirst().map(header -> whole(header, write));
  }

  private Outcome whole(JsonNode header, Write write) {
    String number = Row.text(header, Headers.NUMBER);
    HubLines there = HubLines.of(lines, number);
    try {
      headers.keeps(header, write.reference());
      HubLines.wanted(write.content()).forEach((line, wanted) -> expect(line, wanted, there));
      EnteredCharges.expect(header, write.content());
      return new Outcome.Written(number, number, null);
    } catch (FaultException e) {
      return takenBack(header, e.fault());
    }
  }

  private static void expect(int number, JsonNode wanted, HubLines there) {
    JsonNode row =
        there
            .selling(number, wanted)
            .orElseThrow(
                () ->
                    new FaultException(
                        new Fault.Invalid(
                            OrderLines.IN + "[" + (number - 1) + "]",
                            "was not entered by the import; see whether the data project maps "
                                + OrderLines.NUMBER
                                + " and all other fields of lines",
                            null)));
    OrderLines.expect(wanted, row);
  }

  /**
   * Why an import that is over brought nothing. What is there of the order all the same goes.
   *
   * @param told the service's reasons, blank for none
   * @throws FaultException if it cannot be seen whether anything is there
   */
  Outcome refused(Write write, String execution, String told) {
    Fault fault = refusals.named(told, execution, write.content());
    return headers.carrying(List.of(write.reference())).stream()
        .findFirst()
        .map(header -> takenBack(header, fault))
        .orElse(fault);
  }

  private Outcome takenBack(JsonNode header, Fault fault) {
    try {
      removal.takeBack(header);
      return fault;
    } catch (FaultException e) {
      return stays(header, fault, e.fault().message());
    }
  }

  private static Fault stays(JsonNode header, Fault fault, String why) {
    return new Fault.OutcomeUnknown(
        "order "
            + Row.text(header, Headers.NUMBER)
            + " was imported, but "
            + fault.message()
            + "; and it could not be taken back: "
            + why);
  }
}
