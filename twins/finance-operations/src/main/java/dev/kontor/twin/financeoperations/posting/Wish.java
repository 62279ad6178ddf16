package dev.kontor.twin.financeoperations.posting;

import static dev.kontor.twin.financeoperations.records.Records.number;

import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.financeoperations.records.Message;
import dev.kontor.twin.financeoperations.sales.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * How much of a line a document takes.
 *
 * @param quantity in the line's sales unit, with its sign
 */
record Wish(Line line, BigDecimal quantity) {

  /**
   * What is asked for, or all there is; throws a Fault for more, or where nothing is left.
   *
   * @param asked {@code [{line, quantity?}]}, by LineCreationSequenceNumber; missing means all
   * @param left what a document may take of a line
   */
  static List<Wish> of(
      String number, List<Line> lines, JsonNode asked, Function<Line, BigDecimal> left) {
    List<Wish> wishes = new ArrayList<>();
    for (Line line : lines) {
      BigDecimal most = left.apply(line);
      BigDecimal wanted = wanted(line, asked, most);
      if (wanted.abs().compareTo(most.abs()) > 0) {
        throw Fault.logic(Message.TOO_MUCH, most.toPlainString(), "" + sequence(line));
      }
      if (wanted.signum() != 0) {
        wishes.add(new Wish(line, wanted));
      }
    }
    if (wishes.isEmpty()) {
      throw Fault.logic(Message.NOTHING_TO_POST, number);
    }
    return wishes;
  }

  private static BigDecimal wanted(Line line, JsonNode asked, BigDecimal most) {
    if (!asked.isArray()) {
      return most;
    }
    for (JsonNode one : asked) {
      if (one.path("line").asInt() == sequence(line)) {
        return one.has("quantity") ? number(one, "quantity") : most;
      }
    }
    return BigDecimal.ZERO;
  }

  static int sequence(Line line) {
    return line.row().path("LineCreationSequenceNumber").asInt();
  }
}
