package dev.kontor.connector.financeoperations.quote;

import dev.kontor.connector.financeoperations.api.Row;
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

  private final List<LinePair> pairs = new ArrayList<>();

  QuoteLines(List<JsonNode> there, JsonNode content) {
    Map<String, List<JsonNode>> here = byArticle(there);
    Map<String, List<JsonNode>> asked =
        byArticle(content.path(Quotations.IN).valueStream().toList());
    asked.forEach(
        (article, lines) ->
            pairs.addAll(LinePair.of(here.getOrDefault(article, List.of()), lines)));
    here.forEach(
        (article, lines) -> {
          if (!asked.containsKey(article)) {
            pairs.addAll(LinePair.of(lines, List.of()));
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

  boolean differ() {
    return pairs.stream().anyMatch(LinePair::differs);
  }

  /** What is new is entered before what is surplus goes, so that none is ever without lines. */
  void level(Quotations quotations, String number) {
    pairs.forEach(pair -> pair.level(quotations, number));
    pairs.stream()
        .filter(pair -> pair.wanted().isEmpty())
        .forEach(pair -> quotations.remove(pair.there().getFirst()));
  }
}
