package dev.kontor.connector.financeoperations.quote;

import dev.kontor.connector.financeoperations.api.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Two lines of one article; either is missing where the other side has fewer.
 *
 * @param there at most one
 * @param wanted at most one
 */
record LinePair(List<JsonNode> there, List<JsonNode> wanted) {

  /** Those of one article, in their order. */
  static List<LinePair> of(List<JsonNode> there, List<JsonNode> wanted) {
    List<LinePair> pairs = new ArrayList<>();
    for (int i = 0; i < Math.max(there.size(), wanted.size()); i++) {
      pairs.add(new LinePair(some(there, i), some(wanted, i)));
    }
    return pairs;
  }

  private static List<JsonNode> some(List<JsonNode> lines, int index) {
    return index < lines.size() ? List.of(lines.get(index)) : List.of();
  }

  boolean differs() {
    return there.size() != wanted.size()
        || pieces(there.getFirst()).compareTo(pieces(wanted.getFirst())) != 0;
  }

  private static BigDecimal pieces(JsonNode line) {
    return Row.number(line, Quotations.PIECES);
  }

  void level(Quotations quotations, String number) {
    if (there.isEmpty()) {
      quotations.enter(number, wanted.getFirst());
    } else if (!wanted.isEmpty() && differs()) {
      quotations.pieces(there.getFirst(), wanted.getFirst());
    }
  }
}
