package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The lines of an order that the hub entered. Those of people bear no number of the hub and are
 * left alone.
 */
record HubLines(List<JsonNode> rows) {

  static HubLines of(OrderLines lines, String order) {
    return new HubLines(
        lines.of(List.of(order)).stream().filter(row -> OrderLines.number(row) > 0).toList());
  }

  /** What an order's content wants, by the hub's number. */
  static Map<Integer, JsonNode> wanted(JsonNode content) {
    Map<Integer, JsonNode> wanted = new TreeMap<>();
    content.path(OrderLines.IN).forEach(line -> wanted.put(OrderLines.number(line), line));
    return wanted;
  }

  /**
   * The line of that number, if it sells what is wanted.
   *
   * @throws FaultException {@link Fault.Ambiguous} if there are two: a call has come later than its
   *     repetition
   */
  Optional<JsonNode> selling(int number, JsonNode wanted) {
    List<JsonNode> found =
        rows.stream()
            .filter(row -> OrderLines.number(row) == number)
            .filter(row -> OrderLines.sellsTheSame(wanted, row))
            .toList();
    if (found.size() > 1) {
      JsonNode row = found.getFirst();
      throw new FaultException(
          new Fault.Ambiguous(
              "order "
                  + Row.text(row, OrderLines.ORDER)
                  + " has line "
                  + number
                  + " ("
                  + Row.text(row, "ItemNumber")
                  + ") twice; remove one of them in Finance & Operations, then resubmit"));
    }
    return found.stream().findFirst();
  }

  /** Lines that are not wanted, or are to sell anything else. */
  List<JsonNode> surplus(Map<Integer, JsonNode> wanted) {
    return rows.stream()
        .filter(
            row -> {
              JsonNode line = wanted.get(OrderLines.number(row));
              return line == null || !OrderLines.sellsTheSame(line, row);
            })
        .toList();
  }
}
