package dev.kontor.connector.financeoperations.quote;

import dev.kontor.connector.financeoperations.api.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The lines of a quotation beside those the shop asks for. Lines bear no number of the hub's, so
 * those of one article are taken in their order; what people entered has no article of the shop and
 * is left alone.
 */
final class QuoteLines {

  /**
   * Two lines of one article; either is missing where the other side has fewer.
   *
   * @param there at most one
   * @param wanted at most one
   */
  private record Pair(List<JsonNode> there, List<JsonNode> wanted) {

    boolean differs() {
      return there.size() != wanted.size()
          || pieces(there.getFirst()).compareTo(pieces(wanted.getFirst())) != 0;
    }

    private static BigDecimal pieces(JsonNode line) {
      return Row.number(line, Quotations.PIECES);
    }
  }

  private final List<Pair> pairs = new ArrayList<>();

  QuoteLines(List<JsonNode> there, JsonNode content) {
    Map<String, List<JsonNode>> here = byArticle(there);
    Map<String, List<JsonNode>> asked =
        byArticle(content.path(Quotations.IN).valueStream().toList());
    asked.forEach((article, lines) -> pair(here.getOrDefault(article, List.of()), lines));
    here.forEach(
        (article, lines) -> {
          if (!asked.containsKey(article)) {
            pair(lines, List.of());
          }
        });
  }

  private static Map<String, List<JsonNode>> byArticle(List<JsonNode> lines) {
    Map<String, List<JsonNode>> byArticle = new LinkedHashMap<>();
    for (JsonNode line : lines) {
      String article = Row.text(line, Quotations.ARTICLE);
      if (!article.isEmpty()) {
        byArticle.computeIfAbsent(article, a -> new ArrayList<>()).add(line);
      }
    }
    return byArticle;
  }

  private void pair(List<JsonNode> there, List<JsonNode> wanted) {
    for (int i = 0; i < Math.max(there.size(), wanted.size()); i++) {
      pairs.add(new Pair(some(there, i), some(wanted, i)));
    }
  }

  private static List<JsonNode> some(List<JsonNode> lines, int index) {
    return index < lines.size() ? List.of(lines.get(index)) : List.of();
  }

  boolean differ() {
    return pairs.stream().anyMatch(Pair::differs);
  }

  /** What is new is entered before what is surplus goes, so that none is ever without lines. */
  void level(Quotations quotations, String number) {
    for (Pair pair : pairs) {
      if (pair.there().isEmpty()) {
        quotations.enter(number, pair.wanted().getFirst());
      } else if (!pair.wanted().isEmpty() && pair.differs()) {
        quotations.pieces(pair.there().getFirst(), pair.wanted().getFirst());
      }
    }
    pairs.stream()
        .filter(pair -> pair.wanted().isEmpty())
        .forEach(pair -> quotations.remove(pair.there().getFirst()));
  }
}
